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
<!DOCTYPE html>
<html lang="zh-Hant">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><#if name?has_content>${name}，</#if>您好：</p>
<p>${news[kind]!"您的投訴有新進展。"}</p>
<#if note?has_content>
<p style="border-left: 3px solid #0a6; padding-left: 1em; white-space: pre-line">${note}</p>
</#if>
<#if remedy?has_content>
<p style="border-left: 3px solid #0a6; padding-left: 1em; white-space: pre-line">處理結果：${remedy}</p>
</#if>
<#if kind == "solved">
<p>如果問題仍未解決，直接回覆本郵件，我們會繼續處理。</p>
<#elseif kind != "closed">
<p>如需補充，直接回覆本郵件即可。</p>
</#if>
<p><a href="${statusLink}">隨時查看進度</a></p>
<p>${sender}<br><small>本郵件由系統自動傳送。</small></p>
</body>
</html>
