// What is saved by a button is not left without a question. It is kept here, encrypted as autosave.js does, until the
// page shows that the server has it: a login that ended or a network that dropped at the button loses no word. Another
// button of the page saves it first.
"use strict";
(() => {
  const house = window.sagsgangSeal;
  const unsaved = new Set();
  const OURS = ["csrfmiddlewaretoken", "tilbage"];
  const MARKS = ["version", "seen"]; // of what the page was made from: kept along, so that the server sees a clash

  const fields = (form) => [...new FormData(form)].filter(([name]) => !OURS.includes(name));
  const words = (entries) => entries.filter(([name, value]) => !MARKS.includes(name) && value.trim())
    .map(([name, value]) => [name, value.trim().replace(/\s+/g, " ")].join("\n")).join("\n\n");

  async function keep(form) {
    const entries = fields(form);
    const sealed = await house.seal(JSON.stringify(entries));
    if (unsaved.has(form)) localStorage.setItem(house.place(form), JSON.stringify(sealed));
  }

  async function kept(form) {
    const found = localStorage.getItem(house.place(form));
    try {
      return found && JSON.parse(await house.unseal(JSON.parse(found)));
    } catch {
      localStorage.removeItem(house.place(form));
      return null;
    }
  }

  // The fields of a name in their order; typing into the last point makes another one.
  function put(form, entries) {
    const counted = new Map();
    for (const [name, value] of entries) {
      const at = counted.get(name) ?? 0;
      counted.set(name, at + 1);
      const field = form.querySelectorAll(`[name="${CSS.escape(name)}"]`)[at];
      if (!field) continue;
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    for (const [name, count] of counted) {
      form.querySelectorAll(`textarea[name="${CSS.escape(name)}"]`).forEach((field, at) => { if (at >= count) field.value = ""; });
    }
  }

  async function begin(form) {
    const left = house && await kept(form);
    const forget = () => { unsaved.delete(form); if (house) localStorage.removeItem(house.place(form)); };
    if ("refused" in form.dataset) unsaved.add(form);
    else if (left && words(left) === words(fields(form))) forget();
    else if (left) {
      put(form, left);
      unsaved.add(form);
      const note = document.getElementById("guard-left").content.firstElementChild.cloneNode(true);
      note.querySelector("button").addEventListener("click", () => { forget(); location.reload(); });
      form.prepend(note);
    }
    form.addEventListener("input", () => { unsaved.add(form); if (house) keep(form); });
    form.addEventListener("submit", () => unsaved.delete(form));
  }

  // Whether the server has it now; the marks are those of what it made of it.
  async function save(form) {
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector(`form[data-guard][action="${CSS.escape(form.getAttribute("action"))}"]`);
      if (!answer.ok || !fresh) return;
      MARKS.filter((name) => form.elements[name]).forEach((name) => { form.elements[name].value = fresh.elements[name].value; });
      unsaved.delete(form);
      localStorage.removeItem(house?.place(form));
    } catch {
      // no connection: the browser asks before the page is left
    }
  }

  let saving = false;
  async function saveFirst(event) {
    const others = [...unsaved].filter((form) => form !== event.target);
    if (saving || event.defaultPrevented || event.target.method !== "post" || !others.length) return;
    event.preventDefault();
    saving = true;
    for (const form of others) await save(form);
    event.target.requestSubmit(event.submitter);
    saving = false;
  }

  document.querySelectorAll("form[data-guard]").forEach(begin);
  addEventListener("submit", saveFirst);
  addEventListener("beforeunload", (event) => { if (unsaved.size) event.preventDefault(); });
})();
