<#assign subjects = {
  "accepted": "We are looking into your complaint",
  "assigned": "We are looking into your complaint",
  "in-progress": "We are working on your complaint",
  "answered": "An answer to your complaint",
  "awaiting-customer": "We need something from you",
  "solved": "Your complaint: a solution",
  "reopened": "Your complaint is open again",
  "closed": "Your complaint is closed"
}>
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
${subjects[kind]!"News of your complaint"} (${number})
Hello<#if name?has_content> ${name}</#if>,

${news[kind]!"there is news of your complaint."}
<#if note?has_content>

${note}
</#if>
<#if remedy?has_content>

What was done: ${remedy}
</#if>

<#if kind == "solved">
If this does not settle it for you, just answer this mail and we will go on.
<#elseif kind != "closed">
If you have anything to add, just answer this mail.
</#if>
See how it stands at any time: ${statusLink}

${sender}
(This mail was sent automatically.)
