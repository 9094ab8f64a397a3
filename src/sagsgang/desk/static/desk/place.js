// Where the keyboard was when a form was sent: the page that comes back is another one, and begins at its top. Kept is
// which button it was, never what was written.
"use strict";
(() => {
  const KEPT = "sagsgang-place";
  const hidden = (form) => [...form.querySelectorAll("input[type='hidden']")];
  const said = (button) => button.name === "handling" ? button.value : hidden(button.form).find((one) => one.name === "handling")?.value;
  const deed = (button) => [button.getAttribute("formaction") ?? button.form.getAttribute("action"), button.name, said(button)].join(" ");
  const mark = (button) => hidden(button.form).filter((one) => /^\d+$/.test(one.value) && one.name !== "version").map((one) => one.value).join(" ");
  const alike = (wanted) => [...document.querySelectorAll("main form button:not([type='button']), main button[form]")]
    .filter((one) => one.form && deed(one) === wanted);
  const folded = (one) => one.closest("details:not([open]) > :not(summary)")?.parentElement;
  const shown = (one) => one && !one.disabled && !folded(one) && one.getClientRects().length > 0;

  function keep(event) {
    const button = event.submitter ?? event.target.querySelector("button");
    if (event.defaultPrevented || event.target.method !== "post" || !button) return;
    const under = button.closest("[aria-labelledby]")?.getAttribute("aria-labelledby");
    const at = alike(deed(button)).indexOf(button);
    const place = { page: location.pathname, deed: deed(button), value: button.value, mark: mark(button), at, under };
    sessionStorage.setItem(KEPT, JSON.stringify(place));
  }

  function heading(place) {
    const one = document.getElementById(place.under) ?? document.querySelector(".notices");
    if (one) one.tabIndex = -1;
    return one;
  }

  // Of many lines with the same button, the one of the same thing; else the line that took its place.
  function again(place) {
    const rows = alike(place.deed);
    const only = (test) => { const found = rows.filter(test); return found.length === 1 ? found[0] : undefined; };
    const same = only((one) => one.value && one.value === place.value) ?? only((one) => mark(one) && mark(one) === place.mark);
    return same ?? rows[Math.min(place.at, rows.length - 1)];
  }

  // The button, what it is folded into or stands beside; else the heading above, or what is said of it.
  function found(place) {
    const one = again(place);
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
