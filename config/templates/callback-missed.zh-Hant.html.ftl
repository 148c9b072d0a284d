<!DOCTYPE html>
<html lang="zh-Hant">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><#if name?has_content>${name}，</#if>您好：</p>
<p>我們想電話確認您的投訴 <strong>${number}</strong> 是否已經解決，但未能聯絡到您。</p>
<p>如果問題已經解決，您無需回覆；如果沒有，請直接回覆本郵件，我們會重新處理。</p>
<p><a href="${callbackLink}">預約回電時間</a></p>
<p>${sender}<br><small>本郵件由系統自動發出</small></p>
</body>
</html>
