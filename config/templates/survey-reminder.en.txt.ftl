A reminder: how did we do? (${number})
Hello<#if name?has_content> ${name}</#if>,

a few days ago we asked how satisfied you are with the way we handled your complaint ${number}. If you have a moment, one click is enough; we do not ask again:

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

If the matter is not solved, please tell us on the page that opens. The link works until ${expiresAt}.

${sender}
(This mail was sent automatically. No more surveys: ${optOutLink})
