// What is missing and what one may do now follow the texts as they save themselves. The page works without it.
"use strict";
(() => {
  const PLACES = "[data-fresh]";
  let waiting = 0;

  async function look() {
    try {
      const answer = await fetch(location.href, { redirect: "error" });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll(PLACES);
      document.querySelectorAll(PLACES).forEach((place, at) => {
        if (fresh[at] && !place.contains(document.activeElement)) place.replaceChildren(...fresh[at].childNodes);
      });
    } catch {
      // no connection: the page is right again when it is loaded anew
    }
  }

  function saved(changes) {
    if (!changes.some(({ target }) => target.dataset.state === "saved")) return;
    clearTimeout(waiting);
    waiting = setTimeout(look, 300);
  }

  document.querySelectorAll("p[data-saved]").forEach((line) => new MutationObserver(saved).observe(line, { attributes: true, attributeFilter: ["data-state"] }));
})();
