<#import "layout.ftl" as layout>
<#assign failed = errors?has_content>
<#assign order = ["text", "wants", "photos", "product", "order_no", "occurred_at", "store", "name", "phone", "email", "captcha", "consent"]>
<#macro wrong name><#if errors[name]?has_content><#list errors[name] as words><p class="error"<#if words?is_first> id="${name}-error"</#if>>${words}</p></#list></#if></#macro>
<#macro row name hint=false must=false>
<div class="field<#if errors[name]?has_content> wrong</#if>">
<label for="${name}">${t["field." + name]}<#if must><span class="must">${t["must"]}</span></#if></label>
<#if hint><p class="hint" id="${name}-hint">${t["hint." + name]?replace("{0}", limits.files?c)?replace("{1}", limits.megabytes)}</p></#if>
<@wrong name/>
<#nested>
</div>
</#macro>
<#macro described name hint=false><#assign ids = []><#if hint><#assign ids = ids + [name + "-hint"]></#if><#if errors[name]?has_content><#assign ids = ids + [name + "-error"]> aria-invalid="true"</#if><#if ids?has_content> aria-describedby="${ids?join(" ")}"</#if></#macro>
<#macro input name type="text" auto="off" longest=200 hint=false>
<@row name hint><input id="${name}" name="${name}" type="${type}" value="${values[name]!""}" autocomplete="${auto}" maxlength="${longest?c}"<@described name hint/>></@row>
</#macro>
<@layout.page title=failed?then(t["error"] + " – ", "") + t["form.title"] here=failed?then("", here) referrer="same-origin">
<#if failed>
<div class="alert" id="errors" role="alert" tabindex="-1" autofocus aria-labelledby="errors-title">
<h2 id="errors-title">${t["form.wrong"]}</h2>
<ul>
<#list order + errors?keys?filter(name -> !order?seq_contains(name)) as name>
<#list errors[name]![] as words>
<li><#if order?seq_contains(name)><a href="#${name}">${t["field." + name]} – ${words}</a><#else>${words}</#if></li>
</#list>
</#list>
</ul>
<p>${t["form.photos-again"]}</p>
</div>
</#if>
<h1>${t["form.title"]}</h1>
<p class="lead">${t["form.lead"]}</p>
<form action="${action}?lang=${language}" method="post" enctype="multipart/form-data" accept-charset="UTF-8" data-lang="${language}"<#list ["title", "sending", "again", "failed", "sent", "keep", "follow", "another", "too-big", "too-many", "earlier"] as word> data-${word}="${t["script." + word]}"</#list> data-wrong="${t["form.wrong"]}" data-file-type="${t["problem.file-type"]}">
<input type="hidden" name="idempotency_key" value="${values["idempotency_key"]!""}">
<input type="hidden" name="lang" value="${language}">
<input type="hidden" name="page_stamp" value="${values["page_stamp"]}">
<div class="leave" aria-hidden="true"><label for="${honeypot}">${t["form.leave-empty"]}</label><input id="${honeypot}" name="${honeypot}" type="text" value="${values[honeypot]!""}" tabindex="-1" autocomplete="off"></div>
<@row "text" true><textarea id="text" name="text" rows="7" maxlength="20000"<@described "text" true/>>${values["text"]!""}</textarea></@row>
<@row "wants"><select id="wants" name="wants"<@described "wants"/>>
<option value="">${t["wants.none"]}</option>
<#list ["repair", "replacement", "refund", "compensation", "price-difference", "apology", "explanation"] as want>
<option value="${want}"<#if (values["wants"]!"") == want> selected</#if>>${t["wants." + want]}</option>
</#list>
</select></@row>
<@row "photos" true><input id="photos" name="photos" type="file" multiple accept="image/*,application/pdf" data-bytes="${limits.bytes?c}" data-files="${limits.files?c}" data-types="${limits.types}"<@described "photos" true/>></@row>
<fieldset>
<legend>${t["form.product"]}</legend>
<@input "product" "text" "off" 300/>
<div class="pair">
<@input "order_no" "text" "off" 200 true/>
<@input "occurred_at" "date" "off" 30 true/>
</div>
<@input "store" "text" "off" 200 true/>
</fieldset>
<fieldset aria-describedby="contact-hint">
<legend>${t["form.contact"]}</legend>
<p class="hint" id="contact-hint">${t["hint.contact"]}</p>
<@input "name" "text" "name"/>
<div class="pair">
<@input "phone" "tel" "tel" 100/>
<@input "email" "email" "email" 254/>
</div>
</fieldset>
<#if captcha??>
<div class="field<#if errors["captcha"]?has_content> wrong</#if>" id="captcha" tabindex="-1">
<@wrong "captcha"/>
<#-- each service's script looks for the class that is its own -->
<div class="cf-turnstile h-captcha g-recaptcha" data-sitekey="${captcha.siteKey}"></div>
<noscript><p class="hint">${t["form.no-script"]} ${contact}</p></noscript>
<script src="${captcha.script}" async defer></script>
</div>
</#if>
<details class="notice"<#if consent??> open</#if>>
<summary>${t["notice.title"]}</summary>
<p>${t["notice.kept"]}</p>
<p>${t["notice.how-long"]}</p>
<p>${t["notice.contact"]} ${contact}</p>
</details>
<#if consent??>
<div class="field<#if errors["consent"]?has_content> wrong</#if>">
<@wrong "consent"/>
<div class="option"><input id="consent" name="consent" type="checkbox" value="${consent}" required<#if (values["consent"]!"") == consent> checked</#if><@described "consent"/>><label for="consent">${t["consent.text"]}<span class="must">${t["must"]}</span></label></div>
</div>
</#if>
<button type="submit">${t["form.send"]}</button>
</form>
</@layout.page>
