<!DOCTYPE html>
<html lang="en">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><strong><#if event == "began">This needs somebody.<#else>It works again; nothing needs to be done.</#if></strong></p>
<p>Since: ${since}<br>
Problem: ${problem}<#if error?has_content><br>
Last error: ${error}</#if><#if remedy?has_content && event == "began"><br>
Remedy: ${remedy}</#if></p>
<p>This is told once, and once more when it is over. See it: GET /actuator/health, GET /api/incidents</p>
<p>${sender}</p>
</body>
</html>
