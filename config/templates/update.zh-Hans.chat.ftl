<#assign news = {
  "accepted": "负责部门已受理您的投诉。",
  "assigned": "您的投诉已有人受理。",
  "in-progress": "我们正在处理您的投诉。",
  "answered": "以下是对您投诉的答复：",
  "awaiting-customer": "为了继续处理您的投诉，请您提供：",
  "solved": "您的投诉已处理完毕。",
  "reopened": "您的投诉已重新打开，并已交由上一级负责人处理，单号不变。",
  "closed": "您的投诉已结束。如果仍有未解决的问题，在此回复，即可用同一单号重新打开。"
}>
${news[kind]!"您的投诉有新进展。"}（${number}）
<#if note?has_content>
${note}
</#if>
<#if remedy?has_content>
处理结果：${remedy}
</#if>
查看进度：${statusLink}
