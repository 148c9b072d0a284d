我们已收到您的投诉（${number}）
<#if name?has_content>${name}，</#if>您好：

我们已收到您的投诉，单号是 ${number}。以后与我们联系时，请说明这个单号；直接回复本邮件即可补充情况或照片。

我们的理解：${category}
<#if subject?has_content>主题：${subject}
</#if><#if excerpt?has_content>您写道：${excerpt}
</#if><#if files gt 0>附件：${files} 个
</#if>
我们最迟于 ${answerBy} 给您答复。
随时查看处理进度：${statusLink}
预约回电时间：${callbackLink}

${sender}
（本邮件由系统自动发出）
