// How far a package serves each of my interests, with the other package as a hollow mark.
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { Gauge } from "./gauge.js";
import { points } from "./names.js";
import { servedInterests } from "./worth.js";

export function InterestMeters({ view, choice, other }) {
  const { scenario, brief } = view;
  const served = servedInterests(scenario, choice);
  const before = other ? servedInterests(scenario, other) : null;
  const rows = scenario.interests
    .map(({ id, label }, k) => ({ id, label, weight: brief.importance[id] ?? 0, now: served[k], then: before?.[k] ?? null }))
    .filter(({ weight, now }) => weight > 0.02 && now !== null)
    .sort((a, b) => b.weight - a.weight);
  return html`<div class="meters">
    <h3>${t("What it does to my interests")}</h3>
    ${rows.map(
      ({ id, label, now, then }) => html`<div class="meter-row" key=${id}>
        <span class="meter-label">${label}</span>
        <${Gauge} worth=${now} other=${then} label=${t("{interest}: served {share} of 100", { interest: label, share: points(now) })} />
        <${Change} now=${now} then=${then} />
      </div>`,
    )}
    ${before && html`<p class="hint"><span class="key other">${t("their last offer")}</span></p>`}
  </div>`;
}

function Change({ now, then }) {
  if (then === null || Math.abs(now - then) < 0.01) return html`<span class="change" aria-hidden="true">·</span>`;
  const better = now > then;
  return html`<span class=${better ? "change helps" : "change harms"}>
    <span aria-hidden="true">${better ? "▲" : "▼"}</span>
    <span class="hear">${better ? t("better than their last offer") : t("worse than their last offer")}</span>
  </span>`;
}
