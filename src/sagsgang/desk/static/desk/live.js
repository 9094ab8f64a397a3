// A meeting by keyboard: phrases, the text, deciding, and the way to the next item. The page works without it.
"use strict";
(() => {
  const live = document.querySelector("[data-live]");
  if (!live) return;
  const text = document.getElementById("tekst");
  const writing = document.querySelector("form[data-autosave]");
  const deciding = document.querySelector("form[data-decide]");
  const phrases = [...document.querySelectorAll("[data-phrase]")];
  let leaving = false;
  const go = (rel) => document.querySelector(`.live-bar [rel="${rel}"]`)?.click();

  function insert(phrase) {
    const before = text.value.slice(0, text.selectionStart);
    const gap = before && !/\s$/.test(before) ? " " : "";
    text.setRangeText(gap + phrase, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  }

  // The words are sent before the item is decided, so that what is decided is what is read here.
  function decide(event) {
    leaving = true;
    const line = writing?.querySelector("[data-saved]");
    if (!line || !["waiting", "offline"].includes(line.dataset.state)) return;
    event.preventDefault();
    const button = event.submitter ?? deciding.querySelector("button");
    const watch = new MutationObserver(() => {
      if (["waiting", "offline"].includes(line.dataset.state)) return;
      watch.disconnect();
      leaving = line.dataset.state !== "conflict";
      if (leaving) deciding.requestSubmit(button);
    });
    watch.observe(line, { attributes: true, attributeFilter: ["data-state"] });
    writing.requestSubmit();
  }

  // What is saved may promise something, and says an outcome: both are shown without leaving the text.
  async function look() {
    try {
      const answer = await fetch(location.href, { redirect: "error" });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const place = document.querySelector("[data-promises]");
      if (!place.contains(document.activeElement)) place.replaceChildren(...fresh.querySelector("[data-promises]").childNodes);
      const outcome = document.getElementById("udfald");
      if (outcome.dataset.chosen) return;
      outcome.value = fresh.getElementById("udfald").value;
      document.querySelector("[data-proposed]").textContent = fresh.querySelector("[data-proposed]").textContent;
    } catch {
      // no connection: the page is right again when it is loaded anew
    }
  }

  function watchSaving() {
    const line = writing.querySelector("[data-saved]");
    document.getElementById("udfald").addEventListener("change", (event) => { event.target.dataset.chosen = "1"; });
    new MutationObserver(() => { if (line.dataset.state === "saved") setTimeout(() => leaving || look(), 300); }).observe(line, { attributes: true, attributeFilter: ["data-state"] });
  }

  function write() {
    text.focus();
    text.setSelectionRange(text.value.length, text.value.length);
  }

  if (text) {
    if (writing && deciding) watchSaving();
    phrases[0]?.parentElement.removeAttribute("hidden");
    phrases.forEach((button) => button.addEventListener("click", () => insert(button.dataset.phrase)));
    deciding?.addEventListener("submit", decide);
    text.setSelectionRange(text.value.length, text.value.length);
    if (!text.value && !document.querySelector("[autofocus]")) text.focus({ preventScroll: true });
  }

  addEventListener("keydown", (event) => {
    if (event.altKey && event.key === "PageDown") go("next");
    else if (event.altKey && event.key === "PageUp") go("prev");
    else if (text && event.key === "F2") write();
    else if (text && event.altKey && phrases[Number(event.key) - 1]) insert(phrases[Number(event.key) - 1].dataset.phrase);
    else if (deciding && event.ctrlKey && event.key === "Enter") deciding.requestSubmit(deciding.querySelector("button"));
    else return;
    event.preventDefault();
  });
})();
