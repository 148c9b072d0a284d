<#import "layout.ftl" as layout>
<@layout.page title=t["unknown.title"] here=here>
<h1>${t["unknown.title"]}</h1>
<p>${t["unknown.text"]}</p>
</@layout.page>
