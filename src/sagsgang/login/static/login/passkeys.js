// Makes a passkey, or logs in with one. `[data-passkey]` names the addresses: `challenge` gives what the browser needs,
// `answer` takes what it made. Where a browser knows no passkeys, or runs no script, there is nothing to press.
"use strict";
(() => {
  const place = document.querySelector("[data-passkey]");
  if (!place || !window.PublicKeyCredential) return;
  const { challenge, answer, next, stopped, failed } = place.dataset;
  place.append(place.querySelector("template").content);
  place.querySelector("[data-without]")?.remove();
  const button = place.querySelector("[data-go]");
  const line = place.querySelector("[data-wrong]");
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;

  const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const named = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

  async function post(address, said) {
    const headers = { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token };
    const reply = await fetch(address, { method: "POST", headers, redirect: "error", body: JSON.stringify(said) });
    const heard = reply.headers.get("Content-Type")?.startsWith("application/json") ? await reply.json() : {};
    if (!reply.ok) throw new Error(heard.refused ?? failed);
    return heard;
  }

  async function chosen() {
    const { publicKey } = await post(challenge, {});
    const options = { ...publicKey, challenge: bytes(publicKey.challenge), allowCredentials: named(publicKey.allowCredentials) };
    const made = await navigator.credentials.get({ publicKey: options });
    const { clientDataJSON, authenticatorData, signature, userHandle } = made.response;
    return packed(made, { clientDataJSON, authenticatorData, signature, userHandle });
  }

  async function fresh(form) {
    const { publicKey } = await post(challenge, Object.fromEntries(new FormData(form)));
    const options = {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: named(publicKey.excludeCredentials),
    };
    const made = await navigator.credentials.create({ publicKey: options });
    const { clientDataJSON, attestationObject } = made.response;
    return packed(made, { clientDataJSON, attestationObject });
  }

  function packed(made, parts) {
    const response = {};
    for (const [name, buffer] of Object.entries(parts)) if (buffer) response[name] = text(buffer);
    return { id: made.id, rawId: text(made.rawId), type: made.type, clientExtensionResults: {}, response };
  }

  async function go(make) {
    button.disabled = true;
    line.hidden = true;
    try {
      const { onward } = await post(answer, { credential: await make(), next });
      location.assign(onward);
    } catch (error) {
      line.textContent = error instanceof DOMException ? stopped : error instanceof TypeError ? failed : error.message;
      line.hidden = false;
      button.disabled = false;
    }
  }

  const form = place.querySelector("form");
  if (form) form.addEventListener("submit", (event) => { event.preventDefault(); go(() => fresh(form)); });
  else button.addEventListener("click", () => go(chosen));
})();
