<!DOCTYPE html>
<html lang="zh-Hant">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><#if name?has_content>${name}，</#if>您好：</p>
<p>前幾天我們請您評價對投訴 <strong>${number}</strong> 的處理。如果您方便，點選一個分數即可，我們不會再次提醒。</p>
<#if scale != "nps">
<table role="presentation" style="width: 100%; max-width: 20em">
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=5"><strong>5</strong> 非常滿意</a></td></tr>
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=4"><strong>4</strong> 滿意</a></td></tr>
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=3"><strong>3</strong> 普通</a></td></tr>
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=2"><strong>2</strong> 差</a></td></tr>
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=1"><strong>1</strong> 很差</a></td></tr>
</table>
<#else>
<p>您有多大可能推薦我們？0 表示完全不會，10 表示一定會</p>
<p style="line-height: 3"><#list 0..10 as n><a style="padding: 0.6em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none" href="${surveyLink}&amp;score=${n?c}">${n?c}</a> </#list></p>
</#if>
<p>開啟的頁面上可以填寫意見；如果問題還沒有解決，也請在那裡告訴我們。連結有效期至 ${expiresAt}。</p>
<p>${sender}<br><small>本郵件由系統自動發出。 <a href="${optOutLink}">不再接收滿意度調查</a></small></p>
</body>
</html>
