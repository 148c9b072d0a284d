<#import "layout.ftl" as layout>
<@layout.page title=t["unknown.title"] here=here>
<h1>${t["unknown.title"]}</h1>
<p>${t["unknown.text"]}</p>
<#if ask??><p><a href="${ask}">${t["link.title"]}</a></p></#if>
</@layout.page>
