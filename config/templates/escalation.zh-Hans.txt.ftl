<#assign subjects = {
  "warning": "时限将至",
  "breach": "已超过时限",
  "escalation": "已升级，请您处理",
  "priority": "高优先级，请您关注"
}>
<#assign clocks = {
  "first-response": "首次响应",
  "resolution": "解决"
}>
${subjects[type]!type}（${number}）
工单 ${number}
<#if clock?has_content>
时限：${clocks[clock]!clock}
</#if>
<#if due?has_content>
截止时间：${due}
</#if>

全部信息：GET /api/tickets/${number}
时限依据：java -jar redress.jar explain ${number}

${sender}
