// The trainer's PIN, printed where the program was started; a server for this machine alone does not ask.
import { getJson, postJson } from "../http.js";
import { t } from "../i18n.js";
import { html, useEffect, useState } from "../ui.js";

/** {login: "unknown"|"needed"|"done", refused, enter(pin)} */
export function useLogin() {
  const [login, setLogin] = useState("unknown");
  const [refused, setRefused] = useState("");
  useEffect(() => {
    getJson("/api/sessions").then(
      () => setLogin("done"),
      (refusal) => {
        if (![401, 403].includes(refusal.status)) setRefused(refusal.message);
        setLogin("needed");
      },
    );
  }, []);
  const enter = async (pin) => {
    setRefused("");
    try {
      await postJson("/api/trainer/login", { pin });
      setLogin("done");
    } catch (refusal) {
      setRefused(refusal.message);
    }
  };
  return { login, refused, enter };
}

export function Login({ refused, onEnter }) {
  const [pin, setPin] = useState("");
  const send = (event) => {
    event.preventDefault();
    onEnter(pin.trim());
  };
  return html`<form class="card stack login" onSubmit=${send}>
    <h2>${t("The trainer's pages")}</h2>
    <div>
      <label for="pin">${t("PIN")}</label>
      <input
        id="pin"
        class="code"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        maxlength="12"
        value=${pin}
        aria-describedby="pin-where"
        onInput=${(event) => setPin(event.target.value)}
      />
      <p id="pin-where" class="quiet small">${t("It stands in the window where the program was started.")}</p>
    </div>
    ${refused && html`<p class="refusal" role="alert">${refused}</p>`}
    <button type="submit" class="primary large" disabled=${!pin.trim()}>${t("Enter")}</button>
  </form>`;
}
