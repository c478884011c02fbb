// The brief, only for this seat: what matters to me, what I have without a deal, and my best package.
import { percent, t } from "../i18n.js";
import { html } from "../ui.js";
import { Gauge } from "./gauge.js";
import { partyName, points } from "./names.js";
import { somethingHeard } from "./others_estimate.js";
import { PackageList } from "./package_list.js";

export function Brief({ view }) {
  const { scenario, brief } = view;
  return html`<div class="stack">
    <p class="note">${t("Only for you. The others do not see this page.")}</p>
    <div>
      <h3>${t("What matters to me")}</h3>
      <${Weights} scenario=${scenario} weights=${brief.importance} />
    </div>
    <div>
      <h3>${t("Without a deal")}</h3>
      <p>${t("I believe I have {line} of 100. A deal worth less is worse than none.", { line: points(brief.line) })}</p>
    </div>
    <details>
      <summary>${t("My ideal package")}</summary>
      <${PackageList} scenario=${scenario} brief=${brief} choice=${brief.ideal} />
    </details>
    <${Others} view=${view} />
    <details>
      <summary>${t("About this case")}</summary>
      <p>${scenario.description}</p>
    </details>
  </div>`;
}

/** Bars of importance, the weightiest first. */
export function Weights({ scenario, weights }) {
  const rows = scenario.interests
    .filter(({ id }) => weights[id] !== undefined)
    .map(({ id, label }) => ({ id, label, weight: Math.max(0, weights[id]) }))
    .sort((a, b) => b.weight - a.weight);
  const most = rows[0]?.weight || 1;
  return rows.map(({ id, label, weight }) => html`<div class="meter-row" key=${id}>
    <span class="meter-label">${label}</span>
    <${Gauge}
      worth=${weight / most}
      label=${t("{interest}: {share} of what matters", { interest: label, share: percent(weight) })}
    />
    <span class="change">${percent(weight)}</span>
  </div>`);
}

function Others({ view }) {
  const others = Object.entries(view.beliefs ?? {});
  if (!others.length) return null;
  return html`<details>
    <summary>${t("What I have understood of the others")}</summary>
    ${others.map(([role, weights]) => html`<div key=${role} class="understood">
      <h3 class="sentence">${partyName(view.scenario, role)}</h3>
      ${somethingHeard(weights)
        ? html`<${Weights} scenario=${view.scenario} weights=${weights} />`
        : html`<p class="quiet">${t("Nothing heard yet.")}</p>`}
    </div>`)}
  </details>`;
}
