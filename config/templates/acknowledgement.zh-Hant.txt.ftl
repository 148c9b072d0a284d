我們已收到您的投訴（${number}）
<#if name?has_content>${name}，</#if>您好：

我們已收到您的投訴，單號是 ${number}。日後與我們聯絡時，請說明這個單號；直接回覆本郵件即可補充情況或照片。

我們的理解：${category}
<#if subject?has_content>主旨：${subject}
</#if><#if excerpt?has_content>您寫道：${excerpt}
</#if><#if files gt 0>附件：${files} 個
</#if>
我們最遲於 ${answerBy} 給您答覆。
隨時查看處理進度：${statusLink}
預約回電時間：${callbackLink}

${sender}
（本郵件由系統自動發出）
