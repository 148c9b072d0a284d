<#import "layout.ftl" as layout>
<@layout.page title=t["survey." + what + ".title"] here=here>
<h1>${t["survey." + what + ".title"]}</h1>
<p>${t["survey." + what + ".text"]}</p>
</@layout.page>
