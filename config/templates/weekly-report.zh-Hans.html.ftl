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
<tr><td>无</td></tr>
</#list>
</table>
</#macro>
<!DOCTYPE html>
<html lang="zh-Hans">
<body style="font-family: sans-serif; line-height: 1.5; color: #222; max-width: 44em">
<h1 style="font-size: 20px">投诉周报 ${week}</h1>
<p>统计周期 ${from} 至 ${to}; 对比 ${before}</p>
<#if rises?has_content>
<p style="color: #a40000"><strong>超出以往规律的增长</strong></p>
<ul style="color: #a40000">
<#list rises as rise>
<li>${kinds[rise.kind]!rise.kind} <strong>${rise.name}</strong>：${rise.count} 件（七天内），通常为 ${rise.expected}</li>
</#list>
</ul>
</#if>
<table width="100%" cellspacing="0" cellpadding="0" border="0" style="font-size: 14px; border-collapse: collapse">
<tr><th scope="col" align="left" style="padding: 2px 8px; border-bottom: 1px solid #ddd">指标</th><th scope="col" align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd">本周</th><th scope="col" align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd">上周</th><th scope="col" align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd">统计数</th><th scope="col" align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd">目标</th><th scope="col" align="left" style="padding: 2px 8px; border-bottom: 1px solid #ddd">&nbsp;</th></tr>
<#list figures as row>
<tr><td style="padding: 2px 8px; border-bottom: 1px solid #ddd">${names[row.figure]!row.figure}</td><td align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd"><strong><#if row.value?has_content>${row.value}<#else>–</#if></strong></td><td align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd"><#if row.before?has_content>${row.before}<#else>–</#if></td><td align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd">${row.of}</td><td align="right" style="padding: 2px 8px; border-bottom: 1px solid #ddd">${row.target}</td><td style="padding: 2px 8px; border-bottom: 1px solid #ddd"><#if row.met == "yes"><span style="color: #1b6b3a">✓ 达标</span><#elseif row.met == "no"><span style="color: #a40000">✗ 未达标</span></#if></td></tr>
</#list>
</table>
<h2 style="font-size: 16px">每周收到的投诉</h2>
<@bars weeks "#2f6f8f"/>
<h2 style="font-size: 16px">投诉最多的类别 (上周)</h2>
<@bars categories "#8f5a2f"/>
<h2 style="font-size: 16px">投诉最多的产品 (上周)</h2>
<@bars products "#5a6f2f"/>
<#if stores?has_content>
<h2 style="font-size: 16px">投诉最多的门店 (上周)</h2>
<@bars stores "#6f2f5a"/>
</#if>
<p>全部指标：GET /api/figures</p>
<p>${sender}</p>
</body>
</html>
