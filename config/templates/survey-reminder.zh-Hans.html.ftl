<!DOCTYPE html>
<html lang="zh-Hans">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><#if name?has_content>${name}，</#if>您好：</p>
<p>前几天我们请您评价对投诉 <strong>${number}</strong> 的处理。如果您方便，点击一个分数即可，我们不会再次提醒。</p>
<#if scale != "nps">
<table role="presentation" style="width: 100%; max-width: 20em">
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=5"><strong>5</strong> 非常满意</a></td></tr>
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=4"><strong>4</strong> 满意</a></td></tr>
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=3"><strong>3</strong> 一般</a></td></tr>
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=2"><strong>2</strong> 差</a></td></tr>
<tr><td style="padding: 0.2em 0"><a style="display: block; padding: 0.6em 1em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none; text-align: center" href="${surveyLink}&amp;score=1"><strong>1</strong> 很差</a></td></tr>
</table>
<#else>
<p>您有多大可能推荐我们？0 表示完全不会，10 表示一定会</p>
<p style="line-height: 3"><#list 0..10 as n><a style="padding: 0.6em; border: 1px solid #8793a0; border-radius: 0.4em; color: #0b5cad; text-decoration: none" href="${surveyLink}&amp;score=${n?c}">${n?c}</a> </#list></p>
</#if>
<p>打开的页面上可以填写意见；如果问题还没有解决，也请在那里告诉我们。链接有效期至 ${expiresAt}。</p>
<p>${sender}<br><small>本邮件由系统自动发出。 <a href="${optOutLink}">不再接收满意度调查</a></small></p>
</body>
</html>
