// The search of pages that are files: no server answers, so the words are looked up in the index that lies beside the
// page (see portal/still/words.py). Without this file the page says where to look instead.
const page = document.querySelector("[data-index]");
const heading = document.querySelector("#antal");
const hit = document.querySelector("#hit").content;
const more = document.querySelector("#flere");
const SHOWN = 20;
const SHORT = 3;
const [ADDRESS, TITLE, BODY, DAY, OUTCOME, CASE, ACCESS, SAID] = Array(8).keys();
const FOLDS = { æ: "ae", ø: "oe", å: "aa" };
const WORD = /[\p{L}\p{N}]+/gu;
const ENDING = /(?:ernes|erne|enes|ene|ens|ets|ers|er|en|et|es|e|s)$/;

const fold = (text) => text.normalize("NFC").toLowerCase().replace(/[æøå]/g, (letter) => FOLDS[letter]);
const stem = (word) => (/\d/.test(word) || word.length < 6 ? word : word.replace(ENDING, ""));
const fits = (word, asked) => (asked.length < SHORT ? word === asked : word.startsWith(stem(asked)));

async function read(name, version) {
  const answer = await fetch(`${page.dataset.index}${name}.json${version ? `?v=${version}` : ""}`);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

// The parts that may hold a word: the one with the longest beginning of it, and those that go on from it.
function partsOf(index, asked) {
  const begin = asked.length < SHORT ? asked : stem(asked);
  const above = index.parts.filter((prefix) => begin.startsWith(prefix)).pop();
  const longer = (prefix) => asked.length >= SHORT && prefix.startsWith(begin);
  return index.parts.flatMap((prefix, number) => (prefix === above || longer(prefix) ? [number] : []));
}

async function itemsWith(index, asked) {
  const parts = await Promise.all(partsOf(index, asked).map((number) => read(`ord-${number}`, index.version)));
  const found = new Map();
  for (const [word, places] of parts.flatMap(Object.entries)) {
    if (!fits(word, asked)) continue;
    places.forEach((steps, place) => {
      const worth = (place ? 1 : 8) * (word === asked ? 2 : 1);
      let item = 0;
      for (const step of steps) {
        item += step;
        found.set(item, Math.max(found.get(item) ?? 0, worth));
      }
    });
  }
  return found;
}

// Those that have every word, the best first and the newest of equals.
async function search(index, words) {
  const [first, ...others] = await Promise.all(words.map((word) => itemsWith(index, word)));
  const worth = (item) => others.reduce((sum, found) => sum + found.get(item), first.get(item));
  const items = [...first.keys()].filter((item) => others.every((found) => found.has(item)));
  return items.map((item) => [worth(item), item]).sort((a, b) => b[0] - a[0] || a[1] - b[1]).map(([, item]) => item);
}

function marked(element, text, words) {
  let last = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!words.some((asked) => fits(fold(word), asked))) continue;
    const mark = document.createElement("mark");
    mark.textContent = word;
    element.append(text.slice(last, index), mark);
    last = index + word.length;
  }
  element.append(text.slice(last));
}

function shown(row, words) {
  const made = hit.cloneNode(true);
  const link = made.querySelector("a");
  const day = made.querySelector("time");
  link.href = page.dataset.root + row[ADDRESS];
  marked(link, row[TITLE], words);
  made.querySelectorAll(".tag").forEach((tag) => {
    if (tag.dataset.code !== row[OUTCOME] && tag.dataset.code !== row[ACCESS]) tag.remove();
  });
  made.querySelector("[data-body]").textContent = row[BODY];
  day.dateTime = row[DAY];
  day.textContent = new Date(row[DAY]).toLocaleDateString(document.documentElement.lang === "en" ? "en-GB" : "da-DK", {
    day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });
  const number = made.querySelector("[data-case]");
  if (row[CASE]) number.append(row[CASE]);
  else number.remove();
  if (row[SAID]) marked(made.querySelector(".snippet"), row[SAID], words);
  else made.querySelector(".snippet").remove();
  return made;
}

async function show(index, items, words) {
  const list = document.querySelector(".hits");
  const next = items.slice(list.childElementCount, list.childElementCount + SHOWN);
  const parts = new Map();
  for (const item of next) {
    const part = Math.floor(item / index.size);
    if (!parts.has(part)) parts.set(part, read(`punkter-${part}`, index.version));
  }
  for (const item of next) {
    const rows = await parts.get(Math.floor(item / index.size));
    list.append(shown(rows[item % index.size], words));
  }
  more.hidden = list.childElementCount >= items.length;
}

async function answer(text) {
  const index = await read("indeks");
  const words = [...new Set(fold(text).match(WORD) ?? [])].filter((word) => !index.common.includes(word));
  const items = words.length ? await search(index, words) : [];
  const said = heading.dataset;
  heading.textContent = items.length > 1 ? said.many.replace("2", items.length) : items.length ? said.one : said.none;
  document.querySelector("#hjaelp").hidden = items.length > 0;
  more.addEventListener("click", () => show(index, items, words));
  await show(index, items, words);
}

const asked = new URLSearchParams(location.search).get("q")?.trim() ?? "";
document.querySelector("#uden").hidden = true;
page.querySelector("form").hidden = false;
page.querySelector("form input").value = asked;
if (asked) {
  document.title = `${asked} – ${document.title}`;
  page.querySelector("section").hidden = false;
  answer(asked).catch(() => { heading.textContent = heading.dataset.failed; });
}
