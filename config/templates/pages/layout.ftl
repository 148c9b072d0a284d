<#macro page title here="" referrer="no-referrer">
<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="${referrer}">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<#if style?has_content><style>${style?no_esc}</style></#if>
</head>
<body>
<a class="skip" href="#main">${t["skip"]}</a>
<header>
<#if here?has_content>
<nav aria-label="${t["languages"]}">
<ul>
<#list languages as other>
<li><#if other == language><span aria-current="true">${t["language." + other]}</span><#else><a href="${here}lang=${other}" hreflang="${other}" lang="${other}">${t["language." + other]}</a></#if></li>
</#list>
</ul>
</nav>
</#if>
</header>
<main id="main">
<div class="card">
<#nested>
</div>
</main>
<footer><p>${t["privacy"]}</p></footer>
</body>
</html>
</#macro>
