// Saves a text a second after the typing stops, and keeps it encrypted here until the server has said yes.
// A form with `data-autosave` posts {text, version, person} to its own address and is answered
// 200 {version, saved}, or 409 {theirs, version, by} when somebody else wrote meanwhile: then nothing is overwritten.
"use strict";
(() => {
  const texts = document.getElementById("autosave");
  if (!texts) return;
  const say = texts.dataset;
  const PREFIX = "sagsgang:";
  const place = (form) => `${PREFIX}${say.person}:${new URL(form.action).pathname}`;
  const bytes = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const base64 = (buffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""));
  let token = document.querySelector("[name=csrfmiddlewaretoken]").value;

  // Browsers lend their cryptography to safe addresses only (https, localhost); elsewhere nothing is kept.
  const key = crypto.subtle?.importKey("raw", bytes(say.key), "AES-GCM", false, ["encrypt", "decrypt"]);

  async function seal(text) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key, new TextEncoder().encode(text));
    return { iv: base64(iv), data: base64(data) };
  }

  async function unseal({ iv, data }) {
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(iv) }, await key, bytes(data));
    return new TextDecoder().decode(text);
  }

  async function keep(form, text, version) {
    if (!key) return;
    const sealed = await seal(text);
    if (states.get(form).area.value !== text) return;
    localStorage.setItem(place(form), JSON.stringify({ ...sealed, version }));
  }

  async function kept(form) {
    const found = localStorage.getItem(place(form));
    if (!found || !key) return null;
    try {
      const sealed = JSON.parse(found);
      return { text: await unseal(sealed), version: sealed.version };
    } catch {
      localStorage.removeItem(place(form)); // another installation's, or damaged: nobody can read it again
      return null;
    }
  }

  // For guard.js, which keeps what is saved by a button.
  if (key) window.sagsgangSeal = { seal, unseal, place };
  const states = new Map();

  function tell(form, state, text, link) {
    const line = states.get(form).line;
    line.dataset.state = state;
    line.textContent = text;
    if (!link) return;
    const anchor = Object.assign(document.createElement("a"), { href: link, target: "_blank", textContent: say.login });
    line.append(" ", anchor);
  }

  function typed(form) {
    const state = states.get(form);
    state.dirty = state.area.value !== state.saved;
    if (state.conflict) return;
    tell(form, "waiting", say.waiting);
    keep(form, state.area.value, state.version);
    later(form, 1000);
  }

  function later(form, wait) {
    const state = states.get(form);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => send(form), wait);
  }

  async function send(form) {
    const state = states.get(form);
    if (state.busy || state.conflict) return;
    clearTimeout(state.timer);
    const text = state.area.value;
    if (text === state.saved) return settled(form);
    state.busy = true;
    try {
      await heard(form, text, await post(form.action, { text, version: state.version, person: Number(say.person) }));
    } catch {
      tell(form, "offline", say.offline);
      later(form, 10000);
    } finally {
      state.busy = false;
    }
    if (!state.conflict && state.area.value !== text) later(form, 1000);
  }

  // A login in another window gives the browser a new token: the page asks for it, and posts once more.
  async function post(address, said) {
    const asked = () => fetch(address, {
      method: "POST",
      redirect: "manual",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token },
      body: JSON.stringify(said),
    });
    const answer = await asked();
    if (answer.status !== 403) return answer;
    const renewed = await fetch(say.token, { redirect: "manual" });
    if (!renewed.ok) return answer;
    ({ token } = await renewed.json());
    return asked();
  }

  async function heard(form, text, answer) {
    const state = states.get(form);
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      tell(form, "offline", say.out, say.loginAddress);
      return later(form, 10000);
    }
    const said = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
    if (answer.ok && said.version !== undefined) {
      Object.assign(state, { version: said.version, saved: text });
      form.elements.version.value = said.version;
      if (state.area.value === text) settled(form, said.saved);
    } else if (answer.status === 409 && said.theirs !== undefined) {
      clash(form, said);
    } else {
      tell(form, "conflict", said.refused ?? say.failed);
    }
  }

  function settled(form, time) {
    const state = states.get(form);
    state.dirty = false;
    localStorage.removeItem(place(form));
    if (time) tell(form, "saved", `${say.saved} ${time}`);
    else tell(form, "", "");
  }

  // Somebody else wrote meanwhile: both texts stand on the page, and the person says which is right.
  function clash(form, { theirs, version, by }) {
    const state = states.get(form);
    state.conflict = true;
    tell(form, "conflict", by ? say.conflict.replace("{by}", by) : say.older);
    const panel = document.getElementById("autosave-clash").content.firstElementChild.cloneNode(true);
    panel.querySelector("[data-theirs]").textContent = theirs;
    const choose = (text) => {
      panel.remove();
      Object.assign(state, { conflict: false, version, saved: theirs });
      form.elements.version.value = version;
      state.area.value = text;
      state.area.focus();
      send(form);
    };
    panel.querySelector("[data-use-mine]").addEventListener("click", () => choose(state.area.value));
    panel.querySelector("[data-use-theirs]").addEventListener("click", () => choose(theirs));
    state.area.insertAdjacentElement("afterend", panel);
  }

  async function begin(form) {
    const area = form.querySelector("textarea");
    const state = { area, line: form.querySelector("[data-saved]"), version: Number(form.elements.version.value), saved: area.value, dirty: false };
    states.set(form, state);
    area.addEventListener("input", () => typed(form));
    form.addEventListener("submit", (event) => { event.preventDefault(); send(form); });
    const left = await kept(form);
    if (!left) return;
    if (left.text === area.value) return localStorage.removeItem(place(form));
    const server = area.value;
    area.value = left.text;
    state.dirty = true;
    if (left.version === state.version) send(form);
    else clash(form, { theirs: server, version: state.version, by: "" });
  }

  const again = () => states.forEach((state, form) => { if (state.dirty) send(form); });
  document.querySelectorAll("form[data-autosave]").forEach(begin);
  addEventListener("online", again);
  addEventListener("focus", again);
  addEventListener("beforeunload", (event) => { if ([...states.values()].some((state) => state.dirty)) event.preventDefault(); });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-log-out]")) return;
    Object.keys(localStorage).filter((name) => name.startsWith(PREFIX)).forEach((name) => localStorage.removeItem(name));
  });
})();
