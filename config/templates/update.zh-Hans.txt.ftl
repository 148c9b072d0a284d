<#assign subjects = {
  "accepted": "您的投诉已有人受理",
  "assigned": "您的投诉已有人受理",
  "in-progress": "您的投诉正在处理",
  "answered": "关于您的投诉的答复",
  "awaiting-customer": "请您补充信息",
  "solved": "您的投诉已处理",
  "reopened": "您的投诉已重新打开",
  "closed": "您的投诉已结束"
}>
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
${subjects[kind]!"您的投诉有新进展"}（${number}）
<#if name?has_content>${name}，</#if>您好：

${news[kind]!"您的投诉有新进展。"}
<#if note?has_content>

${note}
</#if>
<#if remedy?has_content>

处理结果：${remedy}
</#if>

<#if kind == "solved">
如果问题仍未解决，直接回复本邮件，我们会继续处理。
<#elseif kind != "closed">
如需补充，直接回复本邮件即可。
</#if>
随时查看进度：${statusLink}

${sender}
（本邮件由系统自动发送。）
