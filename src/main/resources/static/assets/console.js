// The console's keyboard and its live parts. Every page reads and works without it.
(() => {
  const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
  const rows = () => Array.from(document.querySelectorAll("[data-row]"));
  const link = (row) => row.querySelector("a[href]") ?? row;

  function move(step) {
    const all = rows();
    if (all.length === 0) {
      return;
    }
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
    link(all[next]).focus();
    all[next].scrollIntoView({ block: "nearest" });
  }

  const help = document.getElementById("help");
  const helpButton = document.getElementById("help-button");
  if (helpButton) {
    helpButton.hidden = false;
    helpButton.addEventListener("click", () => help.showModal());
  }

  const keys = {
    "/": () => document.getElementById("search")?.focus(),
    j: () => move(1),
    k: () => move(-1),
    "?": () => help?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target) && !help?.open) {
      event.preventDefault();
      act();
    }
  });

  // What a filter leaves empty stays out of its address.
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb === "get") {
      const values = event.detail.formData;
      for (const name of new Set(values.keys())) {
        if (values.get(name) === "") {
          values.delete(name);
        }
      }
    }
  });

  // A live part is left alone while somebody marks text in it or is about to act there.
  document.addEventListener("htmx:beforeRequest", (event) => {
    const live = event.target.closest("[data-live]");
    if (live && (document.hidden || !window.getSelection().isCollapsed || live.contains(document.activeElement))) {
      event.preventDefault();
    }
  });
  const connection = document.getElementById("connection");
  const lost = (yes) => () => {
    if (connection) {
      connection.hidden = !yes;
    }
  };
  document.addEventListener("htmx:sendError", lost(true));
  document.addEventListener("htmx:responseError", lost(true));
  document.addEventListener("htmx:afterOnLoad", lost(false));

  // A form that changes something is sent once, however often its button is pressed.
  document.addEventListener("submit", (event) => {
    if (event.target.method === "post") {
      const buttons = event.target.querySelectorAll("button");
      setTimeout(() => buttons.forEach((button) => (button.disabled = true)));
    }
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[method=post] button:disabled").forEach((button) => (button.disabled = false));
  });

  // On a small screen the filter opens when it is wanted.
  const filters = document.querySelector("details.filters");
  if (filters && filters.dataset.narrowed !== "true" && window.matchMedia("(max-width: 52rem)").matches) {
    filters.open = false;
  }
})();
