// Moves through the rounds of a negotiation.
import { t } from "../i18n.js";
import { html } from "../ui.js";

export function Scrubber({ round, rounds, onMove }) {
  const name = t("Round {n} of {rounds}", { n: round, rounds });
  return html`<div class="scrubber">
    <button type="button" aria-label=${t("One round back")} disabled=${round <= 1} onClick=${() => onMove(round - 1)}>◀</button>
    <label>
      <span class="name">${name}</span>
      <input type="range" min="1" max=${rounds} step="1" value=${round} disabled=${rounds < 2} aria-valuetext=${name}
        onInput=${(event) => onMove(Number(event.currentTarget.value))} />
    </label>
    <button type="button" aria-label=${t("One round on")} disabled=${round >= rounds} onClick=${() => onMove(round + 1)}>▶</button>
  </div>`;
}
