<!DOCTYPE html>
<html lang="zh-Hans">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><strong><#if event == "began">需要有人处理。<#else>已恢复正常，无需处理。</#if></strong></p>
<p>开始时间：${since}<br>
问题：${problem}<#if error?has_content><br>
最近的错误：${error}</#if><#if remedy?has_content && event == "began"><br>
处理办法：${remedy}</#if></p>
<p>开始时提醒一次，恢复时再提醒一次。查看：GET /actuator/health、GET /api/incidents</p>
<p>${sender}</p>
</body>
</html>
