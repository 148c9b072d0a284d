<#assign subjects = {
  "warning": "Time is running out",
  "breach": "Limit passed",
  "escalation": "Escalated to you",
  "priority": "High priority, for your attention"
}>
<#assign clocks = {
  "first-response": "first response",
  "resolution": "resolution"
}>
${subjects[type]!type} (${number})
Ticket ${number}
<#if clock?has_content>
Limit: ${clocks[clock]!clock}
</#if>
<#if due?has_content>
Due: ${due}
</#if>

All that is known: GET /api/tickets/${number}
Why it is due then: java -jar redress.jar explain ${number}

${sender}
