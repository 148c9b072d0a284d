<#assign subjects = {
  "warning": "時限將至",
  "breach": "已超過時限",
  "escalation": "已升級，請您處理",
  "priority": "高優先等級，請您關注"
}>
<#assign clocks = {
  "first-response": "首次回應",
  "resolution": "解決"
}>
<!DOCTYPE html>
<html lang="zh-Hant">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><strong>${subjects[type]!type}</strong></p>
<p>工單 ${number}<#if clock?has_content><br>時限：${clocks[clock]!clock}</#if><#if due?has_content><br>截止時間：${due}</#if></p>
<p>全部資訊：GET /api/tickets/${number}<br>
時限依據：java -jar redress.jar explain ${number}</p>
<p>${sender}</p>
</body>
</html>
