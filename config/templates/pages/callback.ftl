<#import "layout.ftl" as layout>
<#assign phoneProblem = ["callback.bad-phone", "callback.phone-not-called"]?seq_contains(problem!"")>
<@layout.page title=(problem??)?then(t["error"] + " – ", "") + t["callback.title"] here=here + "&">
<#if problem??>
<div class="alert" role="alert" id="problem" tabindex="-1" autofocus><p><#if phoneProblem><a href="#phone">${t[problem]}</a><#else>${t[problem]}</#if></p></div>
</#if>
<h1>${t["callback.title"]}</h1>
<p class="number">${number}</p>
<#if booked??>
<div class="note"><p><strong>${t["callback.booked"]}</strong> <time datetime="${booked.machine}">${booked.words}</time> (${zone})</p></div>
</#if>
<#if !ready>
<p>${t["callback.not-yet"]}</p>
<#elseif days?has_content>
<p class="lead">${(booked??)?then(t["callback.move"], t["callback.lead"])} ${t["callback.zone"]} ${zone}</p>
<form action="${action}" method="post" accept-charset="UTF-8">
<div class="field<#if phoneProblem> wrong</#if>">
<label for="phone">${t["field.phone"]}<span class="must">${t["must"]}</span></label>
<p class="hint" id="phone-hint">${(phone??)?then(t["callback.phone-known"], t["callback.phone-new"])}</p>
<input id="phone" name="phone" type="text" inputmode="tel" autocomplete="tel" maxlength="100" required value="${phone!""}" aria-describedby="phone-hint"<#if phoneProblem> aria-invalid="true"</#if>>
</div>
<#list days as day>
<fieldset>
<legend>${day.words}</legend>
<div class="slots">
<#list day.slots as slot>
<label class="slot"><input type="radio" name="slot" value="${slot.value}" required> ${slot.words}</label>
</#list>
</div>
</fieldset>
</#list>
<button type="submit">${t["callback.send"]}</button>
</form>
<#else>
<p>${t["callback.none"]}</p>
</#if>
<p><a href="${statusPage}">${t["callback.back"]}</a></p>
</@layout.page>
