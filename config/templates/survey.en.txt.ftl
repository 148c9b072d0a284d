How did we do? (${number})
Hello<#if name?has_content> ${name}</#if>,

your complaint ${number} is settled, as far as we know. How satisfied are you with the way we handled it? One click is enough:

<#if scale != "nps">
5 Very good: ${surveyLink}&score=5
4 Good: ${surveyLink}&score=4
3 Fair: ${surveyLink}&score=3
2 Poor: ${surveyLink}&score=2
1 Very poor: ${surveyLink}&score=1
<#else>
0 (not at all) to 10 (certainly): how likely are you to recommend us?
${surveyLink}
</#if>

The page that opens has room for a comment. There you can also tell us if the matter is not solved. The link works until ${expiresAt}.

${sender}
(This mail was sent automatically. No more surveys: ${optOutLink})
