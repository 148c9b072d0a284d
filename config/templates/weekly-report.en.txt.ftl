<#assign names = {
  "received": "Complaints received",
  "in-time": "Handled in time",
  "first-response-in-time": "First response in time",
  "resolution-in-time": "Resolution in time",
  "answered-24h": "Answered within 24 h",
  "first-contact": "Solved at the first contact",
  "reopened": "Reopened",
  "csat": "Satisfaction (CSAT, 1 to 5)",
  "satisfied": "Satisfied (4 or 5)",
  "nps": "Recommendation (NPS)",
  "callback-reach": "Reached by callback",
  "first-response-median": "First response, median",
  "first-response-p90": "First response, 9 of 10 within",
  "resolution-median": "Resolution, median",
  "resolution-p90": "Resolution, 9 of 10 within"
}>
<#assign kinds = {"category": "category", "product": "product"}>
Complaints in week ${week}
The week ran from ${from} to ${to}; against week ${before}

<#if rises?has_content>
!! Rising beyond what the weeks before explain
<#list rises as rise>
   ${kinds[rise.kind]!rise.kind} ${rise.name}: ${rise.count} complaints in seven days, usual are ${rise.expected}
</#list>

</#if>
<#list figures as row>
${names[row.figure]!row.figure}: <#if row.value?has_content>${row.value}<#else>–</#if> (Week before <#if row.before?has_content>${row.before}<#else>–</#if>; Counted ${row.of})<#if row.target?has_content> Target ${row.target}<#if row.met == "yes"> reached<#elseif row.met == "no"> missed</#if></#if>
</#list>

Complaints received by week
<#list weeks as row>
${row.name}  ${row.blocks} ${row.count}
</#list>

Top categories (Week before)
<#list categories as row>
${row.blocks} ${row.count} (${row.before})  ${row.name}
<#else>
none
</#list>

Top products (Week before)
<#list products as row>
${row.blocks} ${row.count} (${row.before})  ${row.name}
<#else>
none
</#list>
<#if stores?has_content>

Top stores (Week before)
<#list stores as row>
${row.blocks} ${row.count} (${row.before})  ${row.name}
</#list>
</#if>

All figures: GET /api/figures

${sender}
