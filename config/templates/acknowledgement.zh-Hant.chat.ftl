我們已收到您的投訴，編號 ${number}（${category}）。我們會在 ${answerBy} 前答覆您。查看進度：${statusLink}
