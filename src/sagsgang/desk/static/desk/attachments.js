// Files dropped many at once are sent as if they had been chosen; the order is changed by dragging too.
"use strict";
(() => {
  const drop = document.querySelector("[data-drop]");
  if (drop) {
    const field = drop.querySelector("input[type=file]");
    const send = () => { if (field.files.length) drop.closest("form").submit(); };
    const over = (event) => { event.preventDefault(); drop.dataset.over = ""; };
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
    const order = [...list.querySelectorAll("[data-id]")].map((row) => row.dataset.id).join(",");
    if (order === ids.value) return;
    ids.value = order;
    ids.form.submit();
  });
})();
