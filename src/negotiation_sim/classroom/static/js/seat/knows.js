// What the mediator has learnt of each side: its interests, and the line it seems to have.
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { Weights } from "./brief.js";
import { partyName, points } from "./names.js";
import { somethingHeard } from "./others_estimate.js";

export function Knows({ view }) {
  const sides = Object.entries(view.mediator_knows ?? {});
  return html`<div class="stack">
    <p class="note">${t("You have no vote and no stake. You help the sides to understand each other.")}</p>
    ${sides.map(([role, knows]) => html`<div key=${role}>
      <h3 class="sentence">${partyName(view.scenario, role)}</h3>
      ${somethingHeard(knows?.interests)
        ? html`<${Weights} scenario=${view.scenario} weights=${knows.interests} />`
        : html`<p class="quiet">${t("Nothing heard yet. Meet this side alone.")}</p>`}
      ${knows?.line !== null && knows?.line !== undefined && html`<p>
        ${t("It seems to have {line} of 100 without a deal.", { line: points(knows.line) })}
      </p>`}
    </div>`)}
    <details>
      <summary>${t("About this case")}</summary>
      <p>${view.scenario.description}</p>
    </details>
  </div>`;
}
