<#assign kinds = {"category": "類別", "product": "產品"}>
投訴異常增長：${name}
投訴數量超出了前幾週的正常範圍。

${kinds[kind]!kind}：${name}
最近七天投訴：${count}
通常七天：${expected}

在恢復正常之前，不再重複提醒。查看工單：GET /api/tickets

${sender}
