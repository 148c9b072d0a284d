<#assign news = {
  "accepted": "负责部门已受理您的投诉。",
  "assigned": "您的投诉已有人受理。",
  "in-progress": "我们正在处理您的投诉。",
  "answered": "以下是对您投诉的答复：",
  "awaiting-customer": "为了继续处理您的投诉，请您提供：",
  "solved": "您的投诉已处理完毕。",
  "reopened": "您的投诉已重新打开，并已交由上一级负责人处理，单号不变。",
  "closed": "您的投诉已结束。如果仍有未解决的问题，直接回复本邮件，即可用同一单号重新打开。"
}>
<!DOCTYPE html>
<html lang="zh-Hans">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><#if name?has_content>${name}，</#if>您好：</p>
<p>${news[kind]!"您的投诉有新进展。"}</p>
<#if note?has_content>
<p style="border-left: 3px solid #0a6; padding-left: 1em; white-space: pre-line">${note}</p>
</#if>
<#if remedy?has_content>
<p style="border-left: 3px solid #0a6; padding-left: 1em; white-space: pre-line">处理结果：${remedy}</p>
</#if>
<#if kind == "solved">
<p>如果问题仍未解决，直接回复本邮件，我们会继续处理。</p>
<#elseif kind != "closed">
<p>如需补充，直接回复本邮件即可。</p>
</#if>
<p><a href="${statusLink}">随时查看进度</a></p>
<p>${sender}<br><small>本邮件由系统自动发送。</small></p>
</body>
</html>
