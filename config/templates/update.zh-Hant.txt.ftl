<#assign subjects = {
  "accepted": "您的投訴已有人受理",
  "assigned": "您的投訴已有人受理",
  "in-progress": "您的投訴正在處理",
  "answered": "關於您的投訴的答覆",
  "awaiting-customer": "請您補充資訊",
  "solved": "您的投訴已處理",
  "reopened": "您的投訴已重新開啟",
  "closed": "您的投訴已結束"
}>
<#assign news = {
  "accepted": "負責部門已受理您的投訴。",
  "assigned": "您的投訴已有人受理。",
  "in-progress": "我們正在處理您的投訴。",
  "answered": "以下是對您投訴的答覆：",
  "awaiting-customer": "為了繼續處理您的投訴，請您提供：",
  "solved": "您的投訴已處理完畢。",
  "reopened": "您的投訴已重新開啟，並已交由上一級負責人處理，單號不變。",
  "closed": "您的投訴已結束。如果仍有未解決的問題，直接回覆本郵件，即可用同一單號重新開啟。"
}>
${subjects[kind]!"您的投訴有新進展"}（${number}）
<#if name?has_content>${name}，</#if>您好：

${news[kind]!"您的投訴有新進展。"}
<#if note?has_content>

${note}
</#if>
<#if remedy?has_content>

處理結果：${remedy}
</#if>

<#if kind == "solved">
如果問題仍未解決，直接回覆本郵件，我們會繼續處理。
<#elseif kind != "closed">
如需補充，直接回覆本郵件即可。
</#if>
隨時查看進度：${statusLink}

${sender}
（本郵件由系統自動傳送。）
