<#import "layout.ftl" as layout>
<@layout.page title=t["refused." + status + ".title"]>
<h1>${t["refused." + status + ".title"]}</h1>
<p>${t["refused." + status + ".text"]}</p>
<#if problems?has_content>
<div class="alert" role="alert">
<ul>
<#list problems as problem>
<li><#if problem.field?has_content><strong>${problem.field}</strong>: </#if>${problem.words}</li>
</#list>
</ul>
</div>
</#if>
<p>${t["refused.back"]}</p>
</@layout.page>
