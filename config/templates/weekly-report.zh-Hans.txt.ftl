<#assign names = {
  "received": "收到投诉",
  "in-time": "按时处理",
  "first-response-in-time": "首次响应按时",
  "resolution-in-time": "解决按时",
  "answered-24h": "24 小时内答复",
  "first-contact": "首次联系即解决",
  "reopened": "重新打开",
  "csat": "满意度（CSAT，1–5 分）",
  "satisfied": "满意（4–5 分）",
  "nps": "推荐度（NPS）",
  "callback-reach": "回访接通",
  "first-response-median": "首次响应时间（中位数）",
  "first-response-p90": "首次响应时间（90 分位）",
  "resolution-median": "解决时间（中位数）",
  "resolution-p90": "解决时间（90 分位）"
}>
<#assign kinds = {"category": "类别", "product": "产品"}>
投诉周报 ${week}
统计周期 ${from} 至 ${to}; 对比 ${before}

<#if rises?has_content>
!! 超出以往规律的增长
<#list rises as rise>
   ${kinds[rise.kind]!rise.kind} ${rise.name}：${rise.count} 件（七天内），通常为 ${rise.expected}
</#list>

</#if>
<#list figures as row>
${names[row.figure]!row.figure}：<#if row.value?has_content>${row.value}<#else>–</#if> (上周 <#if row.before?has_content>${row.before}<#else>–</#if>; 统计数 ${row.of})<#if row.target?has_content> 目标 ${row.target}<#if row.met == "yes"> 达标<#elseif row.met == "no"> 未达标</#if></#if>
</#list>

每周收到的投诉
<#list weeks as row>
${row.name}  ${row.blocks} ${row.count}
</#list>

投诉最多的类别 (上周)
<#list categories as row>
${row.blocks} ${row.count} (${row.before})  ${row.name}
<#else>
无
</#list>

投诉最多的产品 (上周)
<#list products as row>
${row.blocks} ${row.count} (${row.before})  ${row.name}
<#else>
无
</#list>
<#if stores?has_content>

投诉最多的门店 (上周)
<#list stores as row>
${row.blocks} ${row.count} (${row.before})  ${row.name}
</#list>
</#if>

全部指标：GET /api/figures

${sender}
