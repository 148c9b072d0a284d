/* Redress: puts the hub's complaint form into this page; see docs/web-form.md, "A form on another site".
   It brings no words and no fields of its own: it fetches the form's page from the hub and moves the form here. */
(() => {
  "use strict";
  const script = document.currentScript;
  if (!script || !/\/form\.js([?#]|$)/.test(script.src)) return;
  const set = script.dataset;
  const page = new URL(script.src.replace(/\/form\.js.*$/, ""));
  const languages = [[/^zh-(hant|tw|hk|mo)/i, "zh-Hant"], [/^zh/i, "zh-Hans"], [/^en/i, "en"]];
  const wanted = set.lang || document.documentElement.lang || "";
  const language = (languages.find(([pattern]) => pattern.test(wanted)) || [])[1];
  const query = { lang: language, store: set.store, order_no: set.order, bare: "true" }; // bare: without a style
  Object.keys(query).forEach(name => query[name] && page.searchParams.set(name, query[name]));
  const delays = [2000, 5000, 15000]; // milliseconds before the same form is sent again

  const style = `
:host{display:block;color:var(--redress-ink,#1d2733);font:var(--redress-font,inherit);line-height:1.5;overflow-wrap:anywhere}
*{box-sizing:border-box}form{margin:0;max-width:var(--redress-width,42rem)}
fieldset{border:0;margin:1.5em 0 0;padding:0;min-width:0}
legend{font-size:1.1em;font-weight:600;padding:0}.field{margin:1em 0 0}
label{display:block;font-weight:600}p{margin:.35em 0 0}
.must,.hint,.notice{font-weight:400;font-size:.94em;color:var(--redress-soft,#4f5d6b)}.must{margin-left:.35em}
input,select,textarea{display:block;width:100%;margin-top:.35em;padding:.6em .75em;font:inherit;color:inherit;min-height:2.75em;
background:var(--redress-paper,#fff);border:1px solid var(--redress-line,#8793a0);border-radius:var(--redress-radius,.5em)}
textarea{min-height:9em;resize:vertical}
.pair{display:grid;gap:0 1em;grid-template-columns:repeat(auto-fit,minmax(min(16em,100%),1fr))}
.option{display:flex;align-items:center;gap:.75em}.option input{width:1.25em;min-height:1.25em;height:1.25em;margin:0;flex:none}
.option label{font-weight:400}
button,.button{display:inline-block;margin-top:1.5em;padding:.75em 1.75em;font:inherit;font-weight:600;cursor:pointer;
color:var(--redress-on-accent,#fff);background:var(--redress-accent,#0b5cad);border:0;border-radius:var(--redress-radius,.5em);text-decoration:none}
button:disabled{opacity:.6;cursor:default}a{color:var(--redress-accent,#0b5cad)}
:focus-visible{outline:3px solid var(--redress-accent,#0b5cad);outline-offset:2px}
.alert{border:2px solid var(--redress-wrong,#b3201b);border-radius:var(--redress-radius,.5em);padding:.75em 1em;margin:0 0 1em}
.error{color:var(--redress-wrong,#b3201b);font-weight:600}[aria-invalid]{border:2px solid var(--redress-wrong,#b3201b)}
.number{font-size:1.5em;font-weight:700;white-space:nowrap}progress{width:100%;margin-top:1em;accent-color:var(--redress-accent,#0b5cad)}
.notice{margin-top:1.5em}summary{cursor:pointer}
.leave{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}[hidden]{display:none!important}`;

  const host = document.createElement("div");
  host.className = "redress-form";
  const root = host.attachShadow({ mode: "open" });
  try {
    const sheet = new CSSStyleSheet(); // not an inline style, so that a strict policy lets it be
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
  } catch (old) {
    root.append(element("style", { textContent: style, nonce: script.nonce || "" }));
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function show(...nodes) {
    root.querySelectorAll(":not(style)").forEach(node => node.parentNode === root && node.remove());
    root.append(...nodes);
  }

  /* Without the form there is still its page. */
  function broken() {
    const words = { "zh-Hans": "打开投诉表单", "zh-Hant": "開啟投訴表單", en: "Open the complaint form" }[language || "zh-Hans"];
    show(element("p", {}, element("a", { href: page.href.replace(/&?bare=true/, ""), target: "_blank", rel: "noopener", textContent: words })));
  }

  function load(focus) {
    const request = new XMLHttpRequest();
    request.open("GET", page);
    request.responseType = "document";
    request.timeout = 20000;
    request.onerror = request.ontimeout = broken;
    request.onload = () => {
      const form = request.status === 200 && request.response && request.response.querySelector("form[action]");
      form ? open(document.importNode(form, true), focus) : broken();
    };
    request.send();
  }

  function open(form, focus) {
    const words = form.dataset;
    const captcha = form.querySelector("#captcha [data-sitekey]");
    const service = form.querySelector("script[src]");
    form.querySelectorAll("script,noscript,style,link").forEach(node => node.remove());
    host.querySelectorAll("[slot]").forEach(node => node.remove());
    if (captcha) { // its service looks for it in the page itself
      captcha.replaceWith(element("slot", { name: "captcha" }));
      captcha.slot = "captcha";
      host.append(captcha);
      if (service) {
        document.head.append(element("script", { src: service.src, async: true, nonce: script.nonce || "" }));
      }
    }
    const said = element("p", { className: "hint" });
    said.setAttribute("role", "status");
    const bar = element("progress", { max: 1, value: 0, hidden: true });
    bar.setAttribute("aria-label", words.sending || "");
    const top = element("div", { className: "alert", hidden: true, tabIndex: -1 });
    top.setAttribute("role", "alert");
    form.prepend(top);
    form.append(bar, said);
    form.lang = words.lang || "";
    form.setAttribute("aria-label", words.title || "");
    const files = form.querySelector("input[type=file]");
    const button = form.querySelector("[type=submit]");
    let current = null, wrote = ""; // what was sent last
    const perhaps = []; // sent under the form's key without an answer: the hub may have taken it in
    let fresh = []; // key and stamp for changed words, where the hub has taken nothing in
    if (files) files.addEventListener("change", () => { clear(files); check(); });
    form.addEventListener("submit", event => { event.preventDefault(); send(); });
    show(form);
    if (focus) form.querySelector(".field textarea,.field input").focus();

    function clear(field) {
      const error = root.getElementById(field.id + "-wrong");
      if (error) error.remove();
      field.removeAttribute("aria-invalid");
      const others = (field.getAttribute("aria-describedby") || "").split(" ").filter(id => id && id !== field.id + "-wrong");
      others.length ? field.setAttribute("aria-describedby", others.join(" ")) : field.removeAttribute("aria-describedby");
    }

    function mark(field, message) {
      clear(field);
      field.before(element("p", { className: "error", id: field.id + "-wrong", textContent: message }));
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", ((field.getAttribute("aria-describedby") || "") + " " + field.id + "-wrong").trim());
    }

    /* What the hub would refuse is said before it is sent. */
    function check() {
      const chosen = files ? Array.from(files.files) : [];
      const bytes = chosen.reduce((sum, file) => sum + file.size, 0);
      const limit = Number(files && files.dataset.bytes) || Infinity;
      const types = (files && files.dataset.types || "").split(",");
      const megabytes = count => (count / 1048576).toFixed(1).replace(/\.0$/, "");
      let wrong = "";
      const most = Number(files && files.dataset.files) || Infinity;
      if (chosen.length > most) wrong = (words.tooMany || "").replace("{0}", most);
      else if (bytes > limit) wrong = (words.tooBig || "").replace("{0}", megabytes(bytes)).replace("{1}", megabytes(limit));
      else if (types[0] && chosen.some(file => file.type && !/^image\//.test(file.type) && !types.includes(file.type))) wrong = words.fileType;
      if (wrong) mark(files, wrong);
      return !wrong;
    }

    function tell(message, problems) {
      const list = (problems || []).filter(problem => problem.message).map(problem => {
        const label = problem.field && form.querySelector('label[for="' + CSS.escape(problem.field) + '"]');
        const name = label && label.firstChild ? label.firstChild.textContent + " – " : "";
        return element("li", { textContent: name + problem.message });
      });
      top.replaceChildren(element("strong", { textContent: message }), element("ul", { hidden: !list.length }, ...list));
      top.hidden = false;
      top.focus();
    }

    function busy(on) {
      form.setAttribute("aria-busy", on);
      button.disabled = on;
      bar.hidden = !on;
      said.textContent = on ? words.sending : "";
    }

    function send() {
      Array.from(form.elements).forEach(field => field.id && clear(field));
      top.hidden = true;
      if (!check()) return files.focus();
      const writes = content();
      // A key takes one form. While an attempt may have arrived it stays, so that there are never two tickets.
      if (wrote && writes !== wrote && !perhaps.length) fresh.splice(0).forEach(field => hidden(form, field.name).value = field.value);
      wrote = writes;
      const data = current = new FormData(form); // the hidden key in it makes one ticket of however many attempts
      host.querySelectorAll("[slot=captcha] [name]").forEach(field => data.append(field.name, field.value));
      busy(true);
      post(data, 0);
    }

    function hidden(of, name) {
      return of.querySelector('[name="' + name + '"]');
    }

    function content() {
      const own = Array.from(new FormData(form)).filter(([name]) => !/^(idempotency_key|page_stamp)$/.test(name));
      return JSON.stringify(own.map(([name, value]) => [name, value.name ? [value.name, value.size, value.lastModified] : value]));
    }

    /* Key and stamp of a new page, for when the customer changes what was not taken in. */
    function renew() {
      const request = new XMLHttpRequest();
      request.open("GET", page);
      request.responseType = "document";
      request.onload = () => {
        const other = request.status === 200 && request.response && request.response.querySelector("form[action]");
        if (other) fresh = ["idempotency_key", "page_stamp"].map(name => hidden(other, name)).filter(field => field && hidden(form, field.name));
      };
      request.send();
    }

    function post(data, attempt) {
      const request = new XMLHttpRequest();
      request.open("POST", new URL(form.getAttribute("action"), script.src));
      request.setRequestHeader("Accept", "application/json");
      request.upload.onprogress = event => { if (event.lengthComputable) bar.value = event.loaded / event.total; };
      request.onerror = () => again(data, attempt, true);
      request.onload = () => answered(request, data, attempt);
      bar.value = 0;
      request.send(data);
    }

    function again(data, attempt, unknown) {
      if (unknown && !perhaps.includes(data)) perhaps.push(data);
      if (attempt < delays.length) {
        said.textContent = words.again;
        return setTimeout(() => post(data, attempt + 1), delays[attempt]);
      }
      busy(false);
      if (!perhaps.length) renew();
      tell(words.failed);
    }

    function answered(request, data, attempt) {
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch (other) { /* a proxy's page */ }
      if (request.status === 202 && answer.ticket) return sent(answer, data !== current);
      const known = request.status === 503 && answer.status === 503; // the hub's own: nothing was taken in
      if (request.status >= 500 || request.status === 408) return again(data, attempt, !known);
      if (request.status === 422 && perhaps.length) return post(perhaps.shift(), 0); // what came first: its number is told
      busy(false);
      if (request.status === 429 && !perhaps.length) renew();
      if (answer.page_stamp && form.elements.page_stamp) form.elements.page_stamp.value = answer.page_stamp;
      const problems = answer.errors || [];
      problems.forEach(problem => {
        const field = problem.field && form.elements[problem.field];
        if (field && field.id && field.type !== "hidden") mark(field, problem.message || problem.problem);
      });
      tell(problems.length ? words.wrong : answer.message || answer.detail || words.failed, problems);
    }

    /* earlier: the customer changed the words since, but what came first is the ticket. */
    function sent(answer, earlier) {
      const thanks = element("div", { tabIndex: -1, lang: words.lang || "" },
        element("p", { textContent: words.sent }), element("p", { className: "number", textContent: answer.ticket }),
        element("p", { className: "hint", textContent: words.keep }));
      if (earlier && words.earlier) thanks.append(element("p", { className: "alert", textContent: words.earlier }));
      thanks.setAttribute("role", "status");
      if (/^https?:/.test(answer.status)) {
        thanks.append(element("p", {}, element("a", { href: answer.status, target: "_blank", rel: "noopener", textContent: words.follow })));
      }
      const another = element("button", { type: "button", textContent: words.another });
      another.addEventListener("click", () => load(true));
      thanks.append(another);
      show(thanks);
      thanks.focus();
      host.dispatchEvent(new CustomEvent("redress:sent", { bubbles: true, detail: { ticket: answer.ticket } }));
    }
  }

  function place() {
    const target = set.target && document.querySelector(set.target);
    if (target) target.append(host);
    else if (script.isConnected && !document.head.contains(script)) script.after(host);
    else document.body.append(host);
    load(false);
  }

  const early = document.readyState === "loading" && (set.target || document.head.contains(script));
  early ? document.addEventListener("DOMContentLoaded", place) : place();
})();
