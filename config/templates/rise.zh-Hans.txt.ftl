<#assign kinds = {"category": "类别", "product": "产品"}>
投诉异常增长：${name}
投诉数量超出了前几周的正常范围。

${kinds[kind]!kind}：${name}
最近七天投诉：${count}
通常七天：${expected}

在恢复正常之前，不再重复提醒。查看工单：GET /api/tickets

${sender}
