// Where the keyboard was when a form was sent: the page that comes back is another one, and begins at its top. Kept is
// which button it was, never what was written.
"use strict";
(() => {
  const KEPT = "sagsgang-place";
  const action = (button) => button.getAttribute("formaction") ?? button.form.getAttribute("action") ?? "";
  const alike = (place) => [...document.querySelectorAll("main form button:not([type='button']), main button[form]")]
    .filter((one) => one.form && action(one) === place.action && one.name === place.name);
  const folded = (one) => one.closest("details:not([open]) > :not(summary)")?.parentElement;
  const shown = (one) => one && !one.disabled && !folded(one) && one.getClientRects().length > 0;

  function keep(event) {
    const button = event.submitter ?? event.target.querySelector("button");
    if (event.defaultPrevented || event.target.method !== "post" || !button) return;
    const under = button.closest("[aria-labelledby]")?.getAttribute("aria-labelledby");
    const place = { page: location.pathname, action: action(button), name: button.name, value: button.value, under };
    sessionStorage.setItem(KEPT, JSON.stringify({ ...place, at: alike(place).indexOf(button) }));
  }

  function heading(place) {
    const one = document.getElementById(place.under) ?? document.querySelector(".notices");
    if (one) one.tabIndex = -1;
    return one;
  }

  // The button itself, the one that took its place, what it is folded into or stands beside; else the heading above, or what is said of it.
  function found(place) {
    const rows = alike(place);
    const one = rows.find((row) => row.value === place.value) ?? rows[Math.min(place.at, rows.length - 1)];
    if (shown(one)) return one;
    const near = one && folded(one)?.querySelector("summary");
    return near ?? [...(one?.closest("li")?.querySelectorAll("button") ?? [])].find(shown) ?? heading(place);
  }

  function back() {
    const place = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
    sessionStorage.removeItem(KEPT);
    if (place?.page !== location.pathname || document.activeElement !== document.body) return;
    const wrong = document.querySelector("main [aria-invalid='true']");
    if (wrong) wrong.focus();
    else found(place)?.focus({ preventScroll: document.querySelector(".notices") !== null });
  }

  addEventListener("submit", keep);
  back();
})();
