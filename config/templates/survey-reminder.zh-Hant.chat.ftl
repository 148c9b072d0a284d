提醒：您對投訴 ${number} 的處理滿意嗎？請在此選擇一個分數，我們不會再次提醒：${surveyLink} 不再接收調查：${optOutLink}
