<!DOCTYPE html>
<html lang="en">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p>Hello<#if name?has_content> ${name}</#if>,</p>
<p>a few days ago we asked how satisfied you are with the way we handled your complaint <strong>${number}</strong>. If you have a moment, one click is enough; we do not ask again.</p>
<#if scale != "nps">
<table role="presentation" style="width: 100%; max-width: 20em">
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=5"><strong>5</strong> Very good</a></td></tr>
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=4"><strong>4</strong> Good</a></td></tr>
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=3"><strong>3</strong> Fair</a></td></tr>
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=2"><strong>2</strong> Poor</a></td></tr>
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=1"><strong>1</strong> Very poor</a></td></tr>
</table>
<#else>
<p>0 (not at all) to 10 (certainly): how likely are you to recommend us?</p>
<p style="line-height: 3"><#list 0..10 as n><a style="padding: 0.6em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none" href="${surveyLink}&amp;score=${n?c}">${n?c}</a> </#list></p>
</#if>
<p>The page that opens has room for a comment. There you can also tell us if the matter is not solved. The link works until ${expiresAt}.</p>
<p>${sender}<br><small>This mail was sent automatically. <a href="${optOutLink}">No more surveys</a></small></p>
</body>
</html>
