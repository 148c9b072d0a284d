<#assign kinds = {"category": "类别", "product": "产品"}>
<!DOCTYPE html>
<html lang="zh-Hans">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><strong>投诉数量超出了前几周的正常范围。</strong></p>
<p>${kinds[kind]!kind}：<strong>${name}</strong><br>
最近七天投诉：${count}<br>
通常七天：${expected}</p>
<p>在恢复正常之前，不再重复提醒。查看工单：GET /api/tickets</p>
<p>${sender}</p>
</body>
</html>
