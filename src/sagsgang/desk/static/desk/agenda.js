// The order of the agenda: drag a line, or move it with Alt and the arrows. Without this file its buttons do the same.
"use strict";
(() => {
  const list = document.querySelector("[data-agenda]");
  const form = document.getElementById("orden");
  if (!list || !form) return;
  const line = document.querySelector("[data-order-state]");
  const lines = () => [...list.querySelectorAll("[data-item]:not(.gone)")];
  const order = () => lines().map((one) => one.dataset.item).join(",");
  let saved = form.elements.order.value;
  let timer, dragged;

  async function send() {
    const wanted = order();
    if (wanted === saved) return;
    form.elements.order.value = wanted;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const said = await answer.json();
      saved = wanted;
      lines().forEach((one) => { const number = said.numbers[one.dataset.item]; if (number) one.querySelector(".agenda-number").textContent = number; });
      line.textContent = said.saved;
      edges();
    } catch {
      form.submit(); // the server says what is wrong, and shows the order that holds
    }
  }

  function edges() {
    const pressed = document.activeElement;
    lines().forEach((one, at, all) => {
      one.querySelector("[name=up]").disabled = at === 0;
      one.querySelector("[name=down]").disabled = at === all.length - 1;
    });
    if (pressed.disabled) pressed.closest("[data-item]").focus(); // what is disabled lets the keyboard go
  }

  function move(one, step) {
    const all = lines();
    const other = all[all.indexOf(one) + step];
    if (!other) return;
    other.insertAdjacentElement(step < 0 ? "beforebegin" : "afterend", one);
    one.focus();
    clearTimeout(timer);
    timer = setTimeout(send, 400);
  }

  list.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const one = event.target.closest("[data-item]");
    if (!step || !one) return;
    if (event.altKey) move(one, step);
    else if (event.target === one) lines()[lines().indexOf(one) + step]?.focus();
    else return;
    event.preventDefault();
  });

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[name=up], [name=down]");
    if (!button) return;
    event.preventDefault();
    move(button.closest("[data-item]"), button.name === "up" ? -1 : 1);
    button.focus();
  });

  lines().forEach((one) => { one.draggable = true; });
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-item]");
    dragged?.classList.add("dragged");
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("[data-item]");
    if (!dragged || !over || over === dragged || over.classList.contains("gone")) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    over.insertAdjacentElement(event.clientY < box.top + box.height / 2 ? "beforebegin" : "afterend", dragged);
  });
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", () => {
    dragged?.classList.remove("dragged");
    dragged = undefined;
    send();
  });
})();
