<!DOCTYPE html>
<html lang="zh-Hans">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><#if name?has_content>${name}，</#if>您好：</p>
<p>我们已收到您的投诉，单号是 <strong>${number}</strong>。以后与我们联系时，请说明这个单号；直接回复本邮件即可补充情况或照片。</p>
<table style="border-left: 3px solid #0a6; padding-left: 1em">
<tr><td>我们的理解</td><td>${category}</td></tr>
<#if subject?has_content><tr><td>主题</td><td>${subject}</td></tr></#if>
<#if excerpt?has_content><tr><td style="vertical-align: top">您写道</td><td style="white-space: pre-line">${excerpt}</td></tr></#if>
<#if files gt 0><tr><td>附件</td><td>${files}</td></tr></#if>
</table>
<p>我们最迟于 <strong>${answerBy}</strong> 给您答复。</p>
<p><a href="${statusLink}">随时查看处理进度</a><br>
<a href="${callbackLink}">预约回电时间</a></p>
<p>${sender}<br><small>本邮件由系统自动发出</small></p>
</body>
</html>
