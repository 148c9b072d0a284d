<#assign news = {
  "accepted": "the department in charge has taken up your complaint.",
  "assigned": "somebody has taken up your complaint.",
  "in-progress": "we are working on your complaint.",
  "answered": "here is an answer to your complaint:",
  "awaiting-customer": "to go on with your complaint we need something from you:",
  "solved": "we have carried out a solution for your complaint.",
  "reopened": "your complaint is open again, and somebody more senior has it now. The number stays the same.",
  "closed": "your complaint is closed. If anything is left to settle, just answer this mail: the same number opens it again."
}>
<!DOCTYPE html>
<html lang="en">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p>Hello<#if name?has_content> ${name}</#if>,</p>
<p>${news[kind]!"there is news of your complaint."}</p>
<#if note?has_content>
<p style="border-left: 3px solid #0a6; padding-left: 1em; white-space: pre-line">${note}</p>
</#if>
<#if remedy?has_content>
<p style="border-left: 3px solid #0a6; padding-left: 1em; white-space: pre-line">What was done: ${remedy}</p>
</#if>
<#if kind == "solved">
<p>If this does not settle it for you, just answer this mail and we will go on.</p>
<#elseif kind != "closed">
<p>If you have anything to add, just answer this mail.</p>
</#if>
<p><a href="${statusLink}">See how it stands at any time</a></p>
<p>${sender}<br><small>This mail was sent automatically.</small></p>
</body>
</html>
