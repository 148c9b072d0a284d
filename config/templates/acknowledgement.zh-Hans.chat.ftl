我们已收到您的投诉，编号 ${number}（${category}）。我们会在 ${answerBy} 前答复您。查看进度：${statusLink}
