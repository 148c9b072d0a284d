<#assign kinds = {"category": "Category", "product": "Product"}>
Complaints rise: ${name}
More complaints than the weeks before explain.

${kinds[kind]!kind}: ${name}
Complaints in the last seven days: ${count}
Usual in seven days: ${expected}

This is told once, until the complaints are as usual again. See them: GET /api/tickets

${sender}
