// A worth on a track from 0 to 100, with my line as a tick and another offer as a hollow mark.
import { html } from "../ui.js";

export function Gauge({ worth, line = null, other = null, label }) {
  const percent = (share) => `${Math.max(0, Math.min(1, share)) * 100}%`;
  const tone = line === null ? "plain" : worth >= line ? "above" : "below";
  return html`<div class="gauge ${tone}" role="img" aria-label=${label}>
    ${worth !== null && html`<div class="gauge-fill" style=${{ width: percent(worth) }}></div>`}
    ${other !== null && html`<div class="gauge-other" style=${{ left: percent(other) }}></div>`}
    ${line !== null && html`<div class="gauge-line" style=${{ left: percent(line) }}></div>`}
  </div>`;
}
