// Subjects that suit what is written, as buttons that fill the field.
"use strict";
document.querySelectorAll("[data-kle]").forEach((picks) => {
  const into = document.getElementById(picks.dataset.into);
  const from = picks.dataset.from && document.getElementById(picks.dataset.from);
  let asked = "";
  async function ask() {
    const words = from ? from.value : `${picks.dataset.words} ${into.value}`;
    if (words.trim() === asked || words.trim().length < 4) return;
    asked = words.trim();
    const answer = await fetch(picks.dataset.kle, {
      method: "POST",
      redirect: "manual",
      headers: { Accept: "application/json", "X-CSRFToken": into.form.elements.csrfmiddlewaretoken.value },
      body: new URLSearchParams({ q: asked, case: picks.dataset.case ?? "" }),
    });
    if (!answer.ok) return;
    const { found } = await answer.json();
    picks.replaceChildren(...found.map(({ number, title, example }) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "pick", lang: "da" });
      const name = Object.assign(document.createElement("span"), { textContent: title || example, className: "quiet" });
      button.append(Object.assign(document.createElement("b"), { textContent: number }), " ", name);
      if (example) button.title = example;
      button.addEventListener("click", () => { into.value = number; into.focus(); });
      return button;
    }));
  }
  let timer;
  const soon = () => { clearTimeout(timer); timer = setTimeout(() => ask().catch(() => {}), 400); };
  (from || into).addEventListener("input", soon);
  soon();
});
