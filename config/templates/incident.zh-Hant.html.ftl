<!DOCTYPE html>
<html lang="zh-Hant">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><strong><#if event == "began">需要有人處理。<#else>已恢復正常，無需處理。</#if></strong></p>
<p>開始時間：${since}<br>
問題：${problem}<#if error?has_content><br>
最近的錯誤：${error}</#if><#if remedy?has_content && event == "began"><br>
處理辦法：${remedy}</#if></p>
<p>開始時提醒一次，恢復時再提醒一次。查看：GET /actuator/health、GET /api/incidents</p>
<p>${sender}</p>
</body>
</html>
