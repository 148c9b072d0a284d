<#import "layout.ftl" as layout>
<@layout.page title=number + " – " + t["state." + state] here=here + "&">
<#if fresh>
<div class="note"><p><strong>${t["status.thanks"]}</strong> ${t["status.keep"]}</p></div>
</#if>
<h1>${t["status.title"]}</h1>
<p class="number">${number}</p>
<#if told != number><p class="hint">${t["status.first"]} ${told}</p></#if>
<dl>
<dt>${t["status.state"]}</dt>
<dd>${t["state." + state]}</dd>
<#if receivedAt??>
<dt>${t["status.received"]}</dt>
<dd><time datetime="${receivedAt.machine}">${receivedAt.words}</time></dd>
</#if>
<#if category??>
<dt>${t["status.category"]}</dt>
<dd>${category}</dd>
</#if>
<#if answerBy??>
<dt>${t["status.answer-by"]}</dt>
<dd><time datetime="${answerBy.machine}">${answerBy.words}</time></dd>
</#if>
</dl>
<#if steps?has_content>
<h2>${t["status.steps"]}</h2>
<ol class="steps">
<#list steps as step>
<li><time datetime="${step.at.machine}">${step.at.words}</time>${step.words}<#if step.note??><p>${step.note}</p></#if></li>
</#list>
</ol>
</#if>
<p><a href="${callbackPage}">${t["callback.link"]}</a></p>
<p><a href="${formPage}">${t["status.another"]}</a></p>
</@layout.page>
