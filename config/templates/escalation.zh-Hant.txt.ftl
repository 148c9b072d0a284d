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
${subjects[type]!type}（${number}）
工單 ${number}
<#if clock?has_content>
時限：${clocks[clock]!clock}
</#if>
<#if due?has_content>
截止時間：${due}
</#if>

全部資訊：GET /api/tickets/${number}
時限依據：java -jar redress.jar explain ${number}

${sender}
