<#import "layout.ftl" as layout>
<@layout.page title=t["survey.opt-out.title"] here=here>
<h1>${t["survey.opt-out.title"]}</h1>
<p>${t["survey.opt-out.text"]}</p>
<form action="${here}lang=${language}" method="post">
<button type="submit">${t["survey.opt-out.send"]}</button>
</form>
</@layout.page>
