<#assign kinds = {"channel": "渠道", "target": "投递目标", "intake": "接收", "secret": "密钥", "webhook": "事件推送"}>
<#if event == "began">异常：${kinds[kind]!kind} ${name}<#else>已恢复：${kinds[kind]!kind} ${name}</#if>
<#if event == "began">需要有人处理。<#else>已恢复正常，无需处理。</#if>

开始时间：${since}
问题：${problem}
<#if error?has_content>
最近的错误：${error}
</#if>
<#if remedy?has_content && event == "began">
处理办法：${remedy}
</#if>

开始时提醒一次，恢复时再提醒一次。查看：GET /actuator/health、GET /api/incidents

${sender}
