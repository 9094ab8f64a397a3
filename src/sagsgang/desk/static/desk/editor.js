// Small help for texts that follow our plain convention: paste from Word, a line of buttons, and a look at the result.
"use strict";
(() => {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;

  async function ask(address, body) {
    const answer = await fetch(address, {
      method: "POST", redirect: "manual", body: JSON.stringify(body),
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  // `insertText` is the one way that the browser's own "undo" knows about.
  function insert(area, text) {
    area.focus();
    if (!document.execCommand("insertText", false, text)) area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  async function paste(event) {
    const copied = event.clipboardData?.getData("text/html");
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    if (!copied) return;
    event.preventDefault();
    const area = event.currentTarget;
    let text = plain;
    try {
      text = (await ask(area.dataset.paste, { html: copied })).text;
    } catch {
      // The plain text is better than nothing.
    }
    insert(area, text);
  }

  function lines(area, change) {
    const from = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
    const end = area.value.indexOf("\n", area.selectionEnd);
    area.setSelectionRange(from, end < 0 ? area.value.length : end);
    insert(area, change(area.value.slice(area.selectionStart, area.selectionEnd)));
  }

  const MARKS = /^(\s*)(?:- |\d+\. )?/;
  const marks = {
    bullets: (text) => text.split("\n").map((line) => line.replace(MARKS, "$1- ")).join("\n"),
    numbers: (text) => text.split("\n").map((line, place) => line.replace(MARKS, `$1${place + 1}. `)).join("\n"),
    heading: (text) => `\n${text.trim() || "Overskrift"}\n\n`,
    table: (text) => text.replace(/ *; */g, "\t"),
  };

  async function look(form, button) {
    const shown = form.querySelector("[data-look]");
    if (!shown.hidden) { shown.hidden = true; button.setAttribute("aria-pressed", "false"); return; }
    shown.innerHTML = (await ask(button.dataset.address, { text: form.querySelector("textarea").value })).html;
    shown.hidden = false;
    button.setAttribute("aria-pressed", "true");
  }

  document.querySelectorAll("textarea[data-paste]").forEach((area) => area.addEventListener("paste", paste));
  document.querySelectorAll("[data-tools]").forEach((tools) => {
    tools.hidden = false;
    const form = tools.closest("form");
    tools.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      const area = form.querySelector("textarea");
      const chosen = area.value.slice(area.selectionStart, area.selectionEnd);
      if (button?.dataset.mark === "table" && !chosen.includes(";")) area.dispatchEvent(new Event("new-grid"));
      else if (button?.dataset.mark) lines(area, marks[button.dataset.mark]);
      else if (button?.dataset.address) look(form, button).catch(() => {});
    });
  });
  // A field as high as its text.
  const fit = (area) => { area.style.height = "auto"; area.style.height = `${area.scrollHeight + 2}px`; };
  document.querySelectorAll("textarea[data-fit]").forEach((area) => { fit(area); area.addEventListener("input", () => fit(area)); });
  // Another empty point when the last one is filled.
  document.querySelectorAll("[data-points]").forEach((list) => list.addEventListener("input", () => {
    const last = list.lastElementChild;
    if (!last.querySelector("textarea").value.trim()) return;
    const more = last.cloneNode(true);
    const area = more.querySelector("textarea");
    area.value = "";
    area.setAttribute("aria-label", area.getAttribute("aria-label").replace(/\d+/, String(list.children.length + 1)));
    list.append(more);
  }));
})();
