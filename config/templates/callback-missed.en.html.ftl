<!DOCTYPE html>
<html lang="en">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p>Hello<#if name?has_content> ${name}</#if>,</p>
<p>we wanted to ask you by phone whether your complaint <strong>${number}</strong> is settled, and did not reach you.</p>
<p>If all is well, you need not do anything. If it is not, just answer this mail, and we take the matter up again.</p>
<p><a href="${callbackLink}">Choose a time at which we may call you</a></p>
<p>${sender}<br><small>This mail was sent automatically.</small></p>
</body>
</html>
