// Follows a meeting: asks every ten seconds while somebody looks, and changes the page only when something is new.
"use strict";
(() => {
  const place = document.querySelector("[data-follow]");
  if (!place) return;
  let shown = place.innerHTML;

  async function look() {
    if (document.visibilityState !== "visible") return;
    try {
      const answer = await fetch(location.href, { redirect: "error" });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-follow]");
      if (!fresh || fresh.innerHTML === shown) return;
      shown = fresh.innerHTML;
      place.replaceChildren(...fresh.childNodes);
    } catch {
      // no connection: the next look tries again
    }
  }

  setInterval(look, 10000);
  document.addEventListener("visibilitychange", look);
})();
