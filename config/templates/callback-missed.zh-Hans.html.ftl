<!DOCTYPE html>
<html lang="zh-Hans">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><#if name?has_content>${name}，</#if>您好：</p>
<p>我们想电话确认您的投诉 <strong>${number}</strong> 是否已经解决，但未能联系到您。</p>
<p>如果问题已经解决，您无需回复；如果没有，请直接回复本邮件，我们会重新处理。</p>
<p><a href="${callbackLink}">预约回电时间</a></p>
<p>${sender}<br><small>本邮件由系统自动发出</small></p>
</body>
</html>
