请为我们的处理打分（${number}）
<#if name?has_content>${name}，</#if>您好：

您的投诉 ${number} 已处理完毕。您对我们的处理满意吗？点击一个分数即可：

<#if scale != "nps">
5 非常满意：${surveyLink}&score=5
4 满意：${surveyLink}&score=4
3 一般：${surveyLink}&score=3
2 差：${surveyLink}&score=2
1 很差：${surveyLink}&score=1
<#else>
您有多大可能推荐我们？0 表示完全不会，10 表示一定会
${surveyLink}
</#if>

打开的页面上可以填写意见；如果问题还没有解决，也请在那里告诉我们。链接有效期至 ${expiresAt}。

${sender}
（本邮件由系统自动发出。不再接收满意度调查：${optOutLink}）
