We have your complaint (${number})
Hello<#if name?has_content> ${name}</#if>,

we have received your complaint. Its number is ${number}: please give it whenever you contact us. To add anything, words or photos, just answer this mail.

What we understood: ${category}
<#if subject?has_content>Subject: ${subject}
</#if><#if excerpt?has_content>You wrote: ${excerpt}
</#if><#if files gt 0>Attachments: ${files}
</#if>
You will have our answer by ${answerBy}.
See how it stands at any time: ${statusLink}
Choose a time to be called back: ${callbackLink}

${sender}
(This mail was sent automatically.)
