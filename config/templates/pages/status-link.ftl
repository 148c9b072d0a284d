<#import "layout.ftl" as layout>
<@layout.page title=t["link.title"] here=(state == "ask")?then(here, "")>
<#if state == "asked">
<h1>${t["link.asked.title"]}</h1>
<p>${t["link.asked.text"]}</p>
<#elseif state == "too-many">
<h1>${t["refused.429.title"]}</h1>
<p>${t["link.too-many"]}</p>
<#else>
<h1>${t["link.title"]}</h1>
<p class="lead">${t["link.lead"]}</p>
<form action="${action}" method="post">
<div class="field<#if state == "wrong"> wrong</#if>">
<label for="number">${t["link.number"]}</label>
<#if state == "wrong"><p class="error" id="number-error">${t["link.wrong"]}</p></#if>
<input id="number" name="number" type="text" autocomplete="off" maxlength="40" required<#if state == "wrong"> aria-invalid="true" aria-describedby="number-error"</#if>>
</div>
<button type="submit">${t["link.send"]}</button>
</form>
</#if>
</@layout.page>
