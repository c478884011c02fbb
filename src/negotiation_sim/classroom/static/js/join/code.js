// The code from the projector.
import { getJson } from "../http.js";
import { t } from "../i18n.js";
import { html, useState } from "../ui.js";

export function Code() {
  const [code, setCode] = useState("");
  const [refusal, setRefusal] = useState("");
  const go = async (event) => {
    event.preventDefault();
    const clean = code.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
    try {
      await getJson(`/api/join/${encodeURIComponent(clean)}`);
      location.assign(`/j/${encodeURIComponent(clean)}${location.search}`);
    } catch (refused) {
      setRefusal(refused.status === 404 ? t("No class has the code {code}. Look at the screen again.", { code: clean }) : refused.message);
    }
  };
  return html`<form class="card stack" onSubmit=${go}>
    <div>
      <label for="code">${t("The code on the screen")}</label>
      <input
        id="code"
        class="code"
        type="text"
        value=${code}
        maxlength="12"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck=${false}
        aria-describedby=${refusal ? "code-refusal" : undefined}
        onInput=${(event) => setCode(event.target.value)}
      />
    </div>
    ${refusal && html`<p class="refusal" id="code-refusal" role="alert">${refusal}</p>`}
    <button type="submit" class="primary large" disabled=${!code.trim()}>${t("Go on")}</button>
  </form>`;
}
