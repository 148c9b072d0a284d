<#assign kinds = {"category": "Category", "product": "Product"}>
<!DOCTYPE html>
<html lang="en">
<body style="font-family: sans-serif; line-height: 1.6; color: #222; max-width: 40em">
<p><strong>More complaints than the weeks before explain.</strong></p>
<p>${kinds[kind]!kind}: <strong>${name}</strong><br>
Complaints in the last seven days: ${count}<br>
Usual in seven days: ${expected}</p>
<p>This is told once, until the complaints are as usual again. See them: GET /api/tickets</p>
<p>${sender}</p>
</body>
</html>
