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
<#macro bars rows color>
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" style="font-size: 14px">
<#list rows as row>
<tr>
<td width="35%" style="padding: 2px 8px 2px 0; word-break: break-word">${row.name}</td>
<td width="50%" style="padding: 2px 0">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0"><tr>
<#if row.bar != "0"><td width="${row.bar}%" height="16" bgcolor="${color}" style="font-size: 1px; line-height: 16px">&nbsp;</td></#if>
<#if row.bar != "100"><td height="16" bgcolor="#eeeeee" style="font-size: 1px; line-height: 16px">&nbsp;</td></#if>
</tr></table>
</td>
<td width="15%" align="right" style="padding: 2px 0 2px 8px">${row.count}<#if row.before?has_content> (${row.before})</#if></td>
</tr>
<#else>
<tr><td>none</td></tr>
</#list>
</table>
</#macro>
<!DOCTYPE html>
<html lang="en">
<body style="font-family: sans-serif; line-height: 1.5; color: #222; max-width: 44em">
<h1 style="font-size: 20px">Complaints in week ${week}</h1>
<p>The week ran from ${from} to ${to}; against week ${before}</p>
<#if rises?has_content>
<p style="color: #a40000"><strong>Rising beyond what the weeks before explain</strong></p>
<ul style="color: #a40000">
<#list rises as rise>
<li>${kinds[rise.kind]!rise.kind} <strong>${rise.name}</strong>: ${rise.count} complaints in seven days, usual are ${rise.expected}</li>
</#list>
</ul>
</#if>
<table width="100%" cellspacing="0" cellpadding="0" border="0" style="font-size: 14px; border-collapse: collapse">
<tr><th scope="col" align="left" style="padding: 2px 8px; border-bottom: 1px solid #ddd">Figure</th><th scope="col" align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd">This week</th><th scope="col" align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd">Week before</th><th scope="col" align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd">Counted</th><th scope="col" align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd">Target</th><th scope="col" align="left" style="padding: 2px 8px; border-bottom: 1px solid #ddd">&nbsp;</th></tr>
<#list figures as row>
<tr><td style="padding: 2px 8px; border-bottom: 1px solid #ddd">${names[row.figure]!row.figure}</td><td align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd"><strong><#if row.value?has_content>${row.value}<#else>–</#if></strong></td><td align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd"><#if row.before?has_content>${row.before}<#else>–</#if></td><td align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd">${row.of}</td><td align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd">${row.target}</td><td style="padding: 2px 8px; border-bottom: 1px solid #ddd"><#if row.met == "yes"><span style="color: #1b6b3a">✓ reached</span><#elseif row.met == "no"><span style="color: #a40000">✗ missed</span></#if></td></tr>
</#list>
</table>
<h2 style="font-size: 16px">Complaints received by week</h2>
<@bars weeks "#2f6f8f"/>
<h2 style="font-size: 16px">Top categories (Week before)</h2>
<@bars categories "#8f5a2f"/>
<h2 style="font-size: 16px">Top products (Week before)</h2>
<@bars products "#5a6f2f"/>
<#if stores?has_content>
<h2 style="font-size: 16px">Top stores (Week before)</h2>
<@bars stores "#6f2f5a"/>
</#if>
<p>All figures: GET /api/figures</p>
<p>${sender}</p>
</body>
</html>
