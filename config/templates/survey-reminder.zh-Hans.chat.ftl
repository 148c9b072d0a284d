提醒：您对投诉 ${number} 的处理满意吗？请在此选择一个分数，我们不会再次提醒：${surveyLink} 不再接收调查：${optOutLink}
