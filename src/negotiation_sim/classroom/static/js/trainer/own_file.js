// The trainer's own scenario file: chosen from the disk or pasted.
import { t } from "../i18n.js";
import { html } from "../ui.js";

export function OwnFile({ text, onText }) {
  const read = async (event) => {
    const [file] = event.target.files;
    if (file) onText(await file.text());
  };
  return html`<div class="stack">
    <div>
      <label for="file">${t("Choose a file")}</label>
      <input id="file" type="file" accept=".yaml,.yml,text/yaml" onChange=${read} />
    </div>
    <div>
      <label for="yaml">${t("Or paste its text")}</label>
      <textarea
        id="yaml"
        class="yaml"
        rows="10"
        spellcheck=${false}
        value=${text}
        onInput=${(event) => onText(event.target.value)}
      ></textarea>
    </div>
  </div>`;
}
