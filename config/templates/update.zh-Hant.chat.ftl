<#assign news = {
  "accepted": "負責部門已受理您的投訴。",
  "assigned": "您的投訴已有人受理。",
  "in-progress": "我們正在處理您的投訴。",
  "answered": "以下是對您投訴的答覆：",
  "awaiting-customer": "為了繼續處理您的投訴，請您提供：",
  "solved": "您的投訴已處理完畢。",
  "reopened": "您的投訴已重新開啟，並已交由上一級負責人處理，單號不變。",
  "closed": "您的投訴已結束。如果仍有未解決的問題，在此回覆，即可用同一單號重新開啟。"
}>
${news[kind]!"您的投訴有新進展。"}（${number}）
<#if note?has_content>
${note}
</#if>
<#if remedy?has_content>
處理結果：${remedy}
</#if>
查看進度：${statusLink}
