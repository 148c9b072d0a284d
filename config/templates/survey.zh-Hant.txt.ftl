請為我們的處理評分（${number}）
<#if name?has_content>${name}，</#if>您好：

您的投訴 ${number} 已處理完畢。您對我們的處理滿意嗎？點選一個分數即可：

<#if scale != "nps">
5 非常滿意：${surveyLink}&score=5
4 滿意：${surveyLink}&score=4
3 普通：${surveyLink}&score=3
2 差：${surveyLink}&score=2
1 很差：${surveyLink}&score=1
<#else>
您有多大可能推薦我們？0 表示完全不會，10 表示一定會
${surveyLink}
</#if>

開啟的頁面上可以填寫意見；如果問題還沒有解決，也請在那裡告訴我們。連結有效期至 ${expiresAt}。

${sender}
（本郵件由系統自動發出。不再接收滿意度調查：${optOutLink}）
