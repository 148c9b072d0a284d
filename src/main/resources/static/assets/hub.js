// Keeps the first page live. Without it the page reloads itself now and then.
(() => {
  const EVERY = 3000;
  const connection = document.getElementById("connection");
  let shown = "";

  async function refresh() {
    const response = await fetch(location.origin + "/", { cache: "no-store", redirect: "error" });
    if (!response.ok) {
      throw new Error(response.statusText);
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("live");
    const current = document.getElementById("live");
    const known = new Set(Array.from(current.querySelectorAll("[data-id]"), (row) => row.dataset.id));
    if (fresh.innerHTML !== shown) {
      shown = fresh.innerHTML;
      for (const row of fresh.querySelectorAll("[data-id]")) {
        row.classList.toggle("new", !known.has(row.dataset.id));
      }
      current.replaceWith(fresh);
    }
  }

  async function keepLive() {
    if (!document.hidden && window.getSelection().isCollapsed) {
      try {
        await refresh();
        connection.hidden = true;
      } catch {
        connection.hidden = false;
      }
    }
    setTimeout(keepLive, EVERY);
  }

  setTimeout(keepLive, EVERY);
})();
