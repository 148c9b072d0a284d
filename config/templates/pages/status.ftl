<#import "layout.ftl" as layout>
<@layout.page title=number + " – " + t["state." + state] here=here + "&">
<#if sent>
<div class="note" role="status"><p>${t["status.sent"]}</p></div>
</#if>
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
<#if messages?has_content>
<h2>${t["status.messages"]}</h2>
<ol class="steps">
<#list messages as message>
<li><time datetime="${message.at.machine}">${message.at.words}</time><#if message.text?has_content><p>${message.text}</p></#if>
<#if message.files?has_content>
<ul class="files">
<#list message.files as file>
<li><#if file.picture??><a href="${file.picture}"><img src="${file.picture}" alt="${file.name}" loading="lazy"></a><#else>${file.name} (${file.size} KB)</#if></li>
</#list>
</ul>
</#if>
</li>
</#list>
</ol>
<h2 id="add">${t["status.add"]}</h2>
<form action="${add}" method="post" enctype="multipart/form-data" accept-charset="UTF-8" aria-labelledby="add">
<input type="hidden" name="idempotency_key" value="${key}">
<input type="hidden" name="lang" value="${language}">
<div class="field"><label for="text">${t["status.text"]}</label><textarea id="text" name="text" rows="4" maxlength="20000"></textarea></div>
<div class="field"><label for="photos">${t["field.photos"]}</label><#if limits??><p class="hint" id="photos-hint">${t["hint.photos"]?replace("{0}", limits.files?c)?replace("{1}", limits.megabytes)}</p></#if>
<input id="photos" name="photos" type="file" multiple accept="image/*,application/pdf"<#if limits??> aria-describedby="photos-hint"</#if>></div>
<button type="submit">${t["status.add.send"]}</button>
</form>
</#if>
<p><a href="${callbackPage}">${t["callback.link"]}</a></p>
<p><a href="${formPage}">${t["status.another"]}</a></p>
</@layout.page>
