<#assign names = {
  "received": "收到投訴",
  "in-time": "按時處理",
  "first-response-in-time": "首次回應按時",
  "resolution-in-time": "解決按時",
  "answered-24h": "24 小時內答覆",
  "first-contact": "首次聯絡即解決",
  "reopened": "重新開啟",
  "csat": "滿意度（CSAT，1–5 分）",
  "satisfied": "滿意（4–5 分）",
  "nps": "推薦度（NPS）",
  "callback-reach": "回訪接通",
  "first-response-median": "首次回應時間（中位數）",
  "first-response-p90": "首次回應時間（90 百分位）",
  "resolution-median": "解決時間（中位數）",
  "resolution-p90": "解決時間（90 百分位）"
}>
<#assign kinds = {"category": "類別", "product": "產品"}>
投訴週報 ${week}
統計週期 ${from} 至 ${to}; 對比 ${before}

<#if rises?has_content>
!! 超出以往規律的增長
<#list rises as rise>
   ${kinds[rise.kind]!rise.kind} ${rise.name}：${rise.count} 件（七天內），通常為 ${rise.expected}
</#list>

</#if>
<#list figures as row>
${names[row.figure]!row.figure}：<#if row.value?has_content>${row.value}<#else>–</#if> (上週 <#if row.before?has_content>${row.before}<#else>–</#if>; 統計數 ${row.of})<#if row.target?has_content> 目標 ${row.target}<#if row.met == "yes"> 達標<#elseif row.met == "no"> 未達標</#if></#if>
</#list>

每週收到的投訴
<#list weeks as row>
${row.name}  ${row.blocks} ${row.count}
</#list>

投訴最多的類別 (上週)
<#list categories as row>
${row.blocks} ${row.count} (${row.before})  ${row.name}
<#else>
無
</#list>

投訴最多的產品 (上週)
<#list products as row>
${row.blocks} ${row.count} (${row.before})  ${row.name}
<#else>
無
</#list>
<#if stores?has_content>

投訴最多的門市 (上週)
<#list stores as row>
${row.blocks} ${row.count} (${row.before})  ${row.name}
</#list>
</#if>

全部指標：GET /api/figures

${sender}
