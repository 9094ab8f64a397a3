// Files chosen or dropped many at once are sent one by one, with a bar; the order is changed by dragging too.
"use strict";
(() => {
  const drop = document.querySelector("[data-drop]");
  if (drop) {
    const field = drop.querySelector("input[type=file]");
    const over = (event) => { event.preventDefault(); drop.dataset.over = ""; };
    const form = drop.closest("form");
    const send = () => { if (field.files.length) form.requestSubmit(); };
    form.addEventListener("submit", (event) => { event.preventDefault(); sendAll(form, field); });
    field.addEventListener("change", send);
    drop.addEventListener("dragover", over);
    drop.addEventListener("dragleave", () => delete drop.dataset.over);
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      delete drop.dataset.over;
      field.files = event.dataTransfer.files;
      send();
    });
  }
  order();

  // One request a file: one that is refused or does not get through keeps no other out, and nothing typed is lost.
  async function sendAll(form, field) {
    const say = form.dataset;
    const files = [...field.files];
    if (!files.length || field.disabled) return;
    const state = form.querySelector("[data-upload-state]");
    const bar = Object.assign(document.createElement("progress"), { max: files.reduce((sum, file) => sum + file.size, 0) || 1, value: 0 });
    const line = Object.assign(document.createElement("p"), { id: "upload-line" });
    bar.setAttribute("aria-labelledby", line.id);
    state.replaceChildren(line, bar);
    field.disabled = true;
    const refused = [];
    let sent = 0;
    for (const file of files) {
      line.textContent = `${say.sending} ${file.name}`;
      const reason = file.size > Number(say.limit) ? say.tooBig : await sendOne(form, file, (done) => { bar.value = sent + done; });
      if (reason) refused.push(`${file.name}: ${reason}`);
      sent += file.size;
      bar.value = sent;
    }
    field.disabled = false;
    field.value = "";
    const kept = files.length - refused.length;
    const done = kept ? [Object.assign(document.createElement("p"), { textContent: `${kept} ${say.added}` })] : [];
    state.replaceChildren(...done, ...(refused.length ? told(say.keptOut, refused) : []));
    if (kept) await renew(form);
  }

  function told(heading, refused) {
    const list = document.createElement("ul");
    list.className = "warnings";
    list.append(...refused.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
    return [Object.assign(document.createElement("p"), { textContent: heading }), list];
  }

  // Why the file was not taken, "" when it was.
  function sendOne(form, file, moved) {
    const say = form.dataset;
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.append("files", file);
    return new Promise((answer) => {
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => moved(Math.min(event.loaded, file.size)));
      request.addEventListener("load", () => {
        if (request.status === 401 || request.status === 403) answer(say.out);
        else answer(request.response?.refused?.join(" ") ?? request.response?.message ?? say.failed);
      });
      for (const end of ["error", "abort", "timeout"]) request.addEventListener(end, () => answer(say.failed));
      request.send(body);
    });
  }

  // The list of files as the server has it now; the texts on the page are not touched.
  async function renew(form) {
    const answer = await fetch(location.href, { redirect: "manual" }).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("#bilag .files");
    if (!fresh) return;
    document.querySelector("#bilag .files")?.remove();
    document.querySelector("#bilag h2").after(fresh);
    document.getElementById("order").elements.ids.value = page.getElementById("order").elements.ids.value;
    order();
  }

  function order() {
    const list = document.querySelector("[data-order]");
    if (!list) return;
    let held = null;
    list.querySelectorAll("[data-id]").forEach((row) => {
      row.draggable = true;
      row.addEventListener("dragstart", () => { held = row; });
    });
    list.addEventListener("dragover", (event) => {
      const over = event.target.closest("[data-id]");
      if (!held || !over || over === held) return;
      event.preventDefault();
      const below = event.clientY > over.getBoundingClientRect().top + over.offsetHeight / 2;
      over[below ? "after" : "before"](held);
    });
    list.addEventListener("dragend", () => {
      held = null;
      const { ids } = document.getElementById(list.dataset.order).elements;
      const now = [...list.querySelectorAll("[data-id]")].map((row) => row.dataset.id).join(",");
      if (now === ids.value) return;
      ids.value = now;
      ids.form.submit();
    });
  }
})();
