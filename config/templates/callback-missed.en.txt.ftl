We could not reach you (${number})
Hello<#if name?has_content> ${name}</#if>,

we wanted to ask you by phone whether your complaint ${number} is settled, and did not reach you.

If all is well, you need not do anything. If it is not, just answer this mail, and we take the matter up again.
Choose a time at which we may call you: ${callbackLink}

${sender}
(This mail was sent automatically.)
