// Arrow keys walk through the hits; without this file the page works the same by Tab.
const field = document.querySelector('main input[type="search"]');
const hits = Array.from(document.querySelectorAll(".hit h3 a"));

document.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = hits.indexOf(document.activeElement);
  if (!step || (at < 0 && document.activeElement !== field)) return;
  const next = at + step;
  const target = next < 0 ? field : hits[next];
  if (!target) return;
  event.preventDefault();
  target.focus();
});
