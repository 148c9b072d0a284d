提醒：請為我們的處理評分（${number}）
<#if name?has_content>${name}，</#if>您好：

前幾天我們請您評價對投訴 ${number} 的處理。如果您方便，點選一個分數即可，我們不會再次提醒：

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

如果問題還沒有解決，請在開啟的頁面上告訴我們。連結有效期至 ${expiresAt}。

${sender}
（本郵件由系統自動發出。不再接收滿意度調查：${optOutLink}）
