// Suggestions under a search box while somebody types: a combobox whose list only offers (ARIA Authoring Practices,
// "list autocomplete with manual selection"). Without this file the box searches as ever.
const WAIT = 120;
const SHORTEST = 2;

function combobox(form) {
  const input = form.querySelector('input[type="search"]');
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let options = [];
  let at = -1;
  let timer;
  let asking;

  list.id = `${input.id}-forslag`;
  list.className = "suggest";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.querySelector("label").textContent);
  status.className = "hidden";
  status.setAttribute("role", "status");
  form.append(list, status);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  function close() {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function mark(place) {
    at = place;
    options.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", options[at].id);
      options[at].scrollIntoView({ block: "nearest" });
    }
  }

  function option(found, number) {
    const row = document.createElement("li");
    row.id = `${list.id}-${number}`;
    row.dataset.address = found.address;
    row.setAttribute("role", "option");
    for (const [name, text] of [["kind", found.kind], ["text", found.text], ["about", found.about]]) {
      const part = document.createElement("span");
      part.className = `suggest-${name}`;
      part.textContent = text;
      if (name !== "kind") part.lang = "da";
      if (text) row.append(part, " ");
    }
    row.addEventListener("mousedown", (event) => event.preventDefault());
    row.addEventListener("click", () => location.assign(found.address));
    return row;
  }

  function show(answer) {
    options = answer.suggestions.map(option);
    list.replaceChildren(...options);
    if (!options.length || document.activeElement !== input) return close();
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    status.textContent = answer.said;
    mark(-1);
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    try {
      const address = `${form.dataset.suggest}&${new URLSearchParams({ q: input.value })}`;
      const answer = await fetch(address, { signal: asking.signal });
      if (answer.ok) show(await answer.json());
    } catch {
      // A newer question took its place, or there is no connection: the box works without.
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (input.value.trim().length < SHORTEST) close();
    else timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) {
      if (event.key === "ArrowDown" && input.value.trim().length >= SHORTEST) ask();
      return;
    }
    const count = options.length;
    const next = { ArrowDown: at + 1 < count ? at + 1 : -1, ArrowUp: at < 0 ? count - 1 : at - 1 }[event.key];
    if (next !== undefined) mark(next);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && at >= 0) location.assign(options[at].dataset.address);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

document.querySelectorAll("form.search[data-suggest]").forEach(combobox);
