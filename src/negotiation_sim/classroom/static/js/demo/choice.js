// One of a few: buttons side by side of which one is pressed.
import { html } from "../ui.js";

/** options: [{id, name}]. */
export function Choice({ label, options, chosen, onChoose }) {
  return html`<div class="choice" role="group" aria-label=${label}>
    ${options.map(({ id, name }) => html`
      <button type="button" aria-pressed=${id === chosen ? "true" : "false"} onClick=${() => onChoose(id)}>${name}</button>`)}
  </div>`;
}
