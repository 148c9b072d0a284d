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
<!DOCTYPE html>
<html lang="zh-Hans">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><strong>${subjects[type]!type}</strong></p>
<p>工单 ${number}<#if clock?has_content><br>时限：${clocks[clock]!clock}</#if><#if due?has_content><br>截止时间：${due}</#if></p>
<p>全部信息：GET /api/tickets/${number}<br>
时限依据：java -jar redress.jar explain ${number}</p>
<p>${sender}</p>
</body>
</html>
