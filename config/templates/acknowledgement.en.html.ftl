<!DOCTYPE html>
<html lang="en">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p>Hello<#if name?has_content> ${name}</#if>,</p>
<p>we have received your complaint. Its number is <strong>${number}</strong>: please give it whenever you contact us. To add anything, words or photos, just answer this mail.</p>
<table style="border-left: 3px solid #0a6; padding-left: 1em">
<tr><td>What we understood</td><td>${category}</td></tr>
<#if subject?has_content><tr><td>Subject</td><td>${subject}</td></tr></#if>
<#if excerpt?has_content><tr><td style="vertical-align: top">You wrote</td><td style="white-space: pre-line">${excerpt}</td></tr></#if>
<#if files gt 0><tr><td>Attachments</td><td>${files}</td></tr></#if>
</table>
<p>You will have our answer by <strong>${answerBy}</strong>.</p>
<p><a href="${statusLink}">See how it stands at any time</a><br>
<a href="${callbackLink}">Choose a time to be called back</a></p>
<p>${sender}<br><small>This mail was sent automatically.</small></p>
</body>
</html>
