<#assign kinds = {"channel": "Channel", "target": "Delivery target", "intake": "Intake", "secret": "Secret", "webhook": "Webhook"}>
<#if event == "began">Trouble: ${kinds[kind]!kind} ${name}<#else>Over: ${kinds[kind]!kind} ${name}</#if>
<#if event == "began">This needs somebody.<#else>It works again; nothing needs to be done.</#if>

Since: ${since}
Problem: ${problem}
<#if error?has_content>
Last error: ${error}
</#if>
<#if remedy?has_content && event == "began">
Remedy: ${remedy}
</#if>

This is told once, and once more when it is over. See it: GET /actuator/health, GET /api/incidents

${sender}
