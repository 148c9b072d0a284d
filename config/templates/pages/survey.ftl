<#import "layout.ftl" as layout>
<#macro choice name value words>
<div class="option"><input type="radio" id="${name}-${value}" name="${name}" value="${value}"<#if (values[name]!"") == value> checked</#if><#nested>><label for="${name}-${value}">${words}</label></div>
</#macro>
<#macro question name must hint=false kind="">
<#assign ids = []><#if hint><#assign ids = ids + [name + "-hint"]></#if><#if wrong?seq_contains(name)><#assign ids = ids + [name + "-error"]></#if>
<fieldset id="${name}" class="question ${kind}<#if wrong?seq_contains(name)> wrong</#if>" tabindex="-1"<#if ids?has_content> aria-describedby="${ids?join(" ")}"</#if>>
<legend>${t["survey." + name]}<#if must><span class="must">${t["must"]}</span></#if></legend>
<#if hint><p class="hint" id="${name}-hint">${t["survey." + name + ".hint"]}</p></#if>
<#if wrong?seq_contains(name)><p class="error" id="${name}-error">${t["survey.wrong." + name]}</p></#if>
<div class="options">
<#nested>
</div>
</fieldset>
</#macro>
<@layout.page title=wrong?has_content?then(t["error"] + " – ", "") + t["survey.title"] here=wrong?has_content?then("", here)>
<#if wrong?has_content>
<div class="alert" role="alert" tabindex="-1" autofocus aria-labelledby="errors-title">
<h2 id="errors-title">${t["survey.wrong"]}</h2>
<ul>
<#list wrong as name>
<li><a href="#${name}">${t["survey.wrong." + name]}</a></li>
</#list>
</ul>
</div>
</#if>
<h1>${t["survey.title"]}</h1>
<p class="lead">${t["survey.number"]} ${number}</p>
<form action="${action}lang=${language}" method="post" accept-charset="UTF-8">
<#if csat>
<@question name="csat" must=true>
<#list 5..1 as n><@choice name="csat" value=n?c words=(n?c + " " + t["survey.csat." + n?c])> required</@choice></#list>
</@question>
</#if>
<@question name="solved" must=false>
<@choice name="solved" value="yes" words=t["survey.solved.yes"]/>
<@choice name="solved" value="no" words=t["survey.solved.no"]/>
</@question>
<#if nps>
<@question name="nps" must=(!csat) hint=true kind="numbers">
<#list 0..10 as n><@choice name="nps" value=n?c words=n?c><#if !csat> required</#if></@choice></#list>
</@question>
</#if>
<div class="field<#if wrong?seq_contains("comment")> wrong</#if>">
<label for="comment">${t["survey.comment"]}</label>
<p class="hint" id="comment-hint">${t["survey.comment.hint"]}</p>
<#if wrong?seq_contains("comment")><p class="error" id="comment-error">${t["survey.wrong.comment"]}</p></#if>
<textarea id="comment" name="comment" rows="5" maxlength="${longest?c}" aria-describedby="comment-hint<#if wrong?seq_contains("comment")> comment-error</#if>"<#if wrong?seq_contains("comment")> aria-invalid="true"</#if>>${values["comment"]!""}</textarea>
</div>
<button type="submit">${t["survey.send"]}</button>
</form>
<p><a href="${optOut}">${t["survey.opt-out"]}</a></p>
</@layout.page>
