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

// A filter leads to another page: there the same facets are open. Beside the hits nothing has moved under the finger;
// on a phone, where they stand above, the page comes with the number of hits in sight.
const beside = matchMedia("(min-width: 62rem)");
const KEPT = "soeg-steder";
const facets = Array.from(document.querySelectorAll(".facets, .facets details"));
const nameOf = (part) => part.querySelector("summary").textContent;

function keep() {
  const open = Object.fromEntries(facets.map((part) => [nameOf(part), part.open]));
  sessionStorage.setItem(KEPT, JSON.stringify({ open, top: scrollY }));
}

document.querySelectorAll(".facets a, .chosen a, .gather a").forEach((link) => {
  link.addEventListener("click", () => {
    if (!beside.matches) return;
    keep();
    link.hash = "";
  });
});
document.querySelector(".dates")?.addEventListener("submit", (event) => {
  if (!beside.matches) return;
  keep();
  event.target.action = location.pathname;
});

const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
sessionStorage.removeItem(KEPT);
if (kept) {
  for (const part of facets) part.open = kept.open[nameOf(part)] ?? part.open;
  scrollTo({ top: kept.top, behavior: "instant" });
}
