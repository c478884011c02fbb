// An observer's note sheet: it stays in this browser tab and is sent nowhere.
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { useKept } from "./kept.js";

export function Notes({ view }) {
  const [text, setText] = useKept(`notes-${view.table.id}`, "");
  return html`<div class="stack">
    <label for="notes">${t("What do you see? Who asks about interests, who only repeats a demand?")}</label>
    <textarea id="notes" rows="10" value=${text} onInput=${(event) => setText(event.target.value)}></textarea>
    <p class="hint">${t("Your notes stay on this device and are gone when you close the tab.")}</p>
  </div>`;
}
