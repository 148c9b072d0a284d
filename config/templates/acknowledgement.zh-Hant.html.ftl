<!DOCTYPE html>
<html lang="zh-Hant">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><#if name?has_content>${name}，</#if>您好：</p>
<p>我們已收到您的投訴，單號是 <strong>${number}</strong>。日後與我們聯絡時，請說明這個單號；直接回覆本郵件即可補充情況或照片。</p>
<table style="border-left: 3px solid #0a6; padding-left: 1em">
<tr><td>我們的理解</td><td>${category}</td></tr>
<#if subject?has_content><tr><td>主旨</td><td>${subject}</td></tr></#if>
<#if excerpt?has_content><tr><td style="vertical-align: top">您寫道</td><td style="white-space: pre-line">${excerpt}</td></tr></#if>
<#if files gt 0><tr><td>附件</td><td>${files}</td></tr></#if>
</table>
<p>我們最遲於 <strong>${answerBy}</strong> 給您答覆。</p>
<p><a href="${statusLink}">隨時查看處理進度</a><br>
<a href="${callbackLink}">預約回電時間</a></p>
<p>${sender}<br><small>本郵件由系統自動發出</small></p>
</body>
</html>
