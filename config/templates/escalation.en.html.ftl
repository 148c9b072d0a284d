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
<!DOCTYPE html>
<html lang="en">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><strong>${subjects[type]!type}</strong></p>
<p>Ticket ${number}<#if clock?has_content><br>Limit: ${clocks[clock]!clock}</#if><#if due?has_content><br>Due: ${due}</#if></p>
<p>All that is known: GET /api/tickets/${number}<br>
Why it is due then: java -jar redress.jar explain ${number}</p>
<p>${sender}</p>
</body>
</html>
