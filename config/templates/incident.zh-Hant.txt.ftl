<#assign kinds = {"channel": "管道", "target": "投遞目標", "intake": "接收", "secret": "密鑰", "webhook": "事件推送"}>
<#if event == "began">異常：${kinds[kind]!kind} ${name}<#else>已恢復：${kinds[kind]!kind} ${name}</#if>
<#if event == "began">需要有人處理。<#else>已恢復正常，無需處理。</#if>

開始時間：${since}
問題：${problem}
<#if error?has_content>
最近的錯誤：${error}
</#if>
<#if remedy?has_content && event == "began">
處理辦法：${remedy}
</#if>

開始時提醒一次，恢復時再提醒一次。查看：GET /actuator/health、GET /api/incidents

${sender}
