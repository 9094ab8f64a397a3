// Marks what is selected in a section, by the button or Alt+M: sends the form of the item, and puts what came back into
// the page, so that the reader stays where they read and an unsaved note stays too.
"use strict";
(() => {
  const bar = document.querySelector("[data-highlight-bar]");
  const state = document.querySelector("[data-highlight-state]");
  if (!bar) return;
  const signless = (text) => text.replace(/\s/g, "");
  const boxOf = (item) => document.getElementById(`fremhaevet-${item}`);
  let chosen = null;

  // The selection within the section that it begins in: a triple click also takes the start of what comes next.
  function selected() {
    const found = getSelection();
    if (!found.rangeCount || found.isCollapsed) return null;
    const range = found.getRangeAt(0).cloneRange();
    const start = range.startContainer;
    const prose = (start.nodeType === Node.TEXT_NODE ? start.parentElement : start).closest?.("[data-section]");
    if (!prose) return null;
    if (!prose.contains(range.endContainer)) range.setEnd(prose, prose.childNodes.length);
    const before = document.createRange();
    before.setStart(prose, 0);
    before.setEnd(range.startContainer, range.startOffset);
    // The selection's own words have line breaks between paragraphs, when they are the same words.
    const [bare, spaced] = [range.toString(), found.toString()];
    const quote = (signless(bare) === signless(spaced) ? spaced : bare).trim();
    return quote ? { prose, quote, place: signless(before.toString()).length } : null;
  }

  function look() {
    chosen = selected();
    bar.hidden = !chosen;
  }

  function mark() {
    const { prose, quote, place } = chosen;
    const { form } = boxOf(prose.dataset.item).querySelector("[name=quote]");
    form.elements.section.value = prose.dataset.section;
    form.elements.place.value = place;
    form.elements.quote.value = quote;
    getSelection().removeAllRanges();
    send(form, state.dataset.done);
  }

  async function send(form, said) {
    const item = form.dataset.highlightForm;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const box = fresh.getElementById(`fremhaevet-${item}`);
      // Refused, the page says why, with what was chosen still in its field.
      if (!(answer.ok || answer.status === 422) || !box) throw new Error(answer.statusText);
      refresh(fresh, box, item);
      state.textContent = fresh.querySelector(".notices")?.textContent.trim() || said;
    } catch {
      form.submit(); // logged out, or no connection: the browser says so
    }
  }

  function refresh(fresh, box, item) {
    const old = boxOf(item);
    const notices = fresh.querySelector(".notices");
    box.open = old.open || notices !== null || box.querySelector("li") !== null;
    const focused = old.contains(document.activeElement);
    old.replaceWith(box);
    if (focused) box.querySelector("summary").focus();
    for (const prose of document.querySelectorAll(`[data-section][data-item="${item}"]`)) {
      const other = fresh.getElementById(prose.id);
      if (other) prose.replaceChildren(...other.childNodes);
    }
    document.querySelector(".notices")?.remove();
    if (notices) box.prepend(notices);
  }

  document.addEventListener("selectionchange", look);
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyM") return;
    look();
    if (!chosen) return;
    event.preventDefault();
    mark();
  });
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  bar.querySelector("button").addEventListener("click", mark);
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-highlight-form]") || event.defaultPrevented) return;
    event.preventDefault();
    send(event.target, event.target.elements.quote ? state.dataset.done : state.dataset.off);
  });
})();
