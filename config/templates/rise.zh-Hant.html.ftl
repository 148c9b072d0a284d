<#assign kinds = {"category": "類別", "product": "產品"}>
<!DOCTYPE html>
<html lang="zh-Hant">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><strong>投訴數量超出了前幾週的正常範圍。</strong></p>
<p>${kinds[kind]!kind}：<strong>${name}</strong><br>
最近七天投訴：${count}<br>
通常七天：${expected}</p>
<p>在恢復正常之前，不再重複提醒。查看工單：GET /api/tickets</p>
<p>${sender}</p>
</body>
</html>
