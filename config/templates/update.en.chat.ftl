<#assign news = {
  "accepted": "the department in charge has taken up your complaint.",
  "assigned": "somebody has taken up your complaint.",
  "in-progress": "we are working on your complaint.",
  "answered": "here is an answer to your complaint:",
  "awaiting-customer": "to go on with your complaint we need something from you:",
  "solved": "we have carried out a solution for your complaint.",
  "reopened": "your complaint is open again, and somebody more senior has it now. The number stays the same.",
  "closed": "your complaint is closed. If anything is left to settle, just write here: the same number opens it again."
}>
${news[kind]!"there is news of your complaint."} (${number})
<#if note?has_content>
${note}
</#if>
<#if remedy?has_content>
What was done: ${remedy}
</#if>
Status: ${statusLink}
