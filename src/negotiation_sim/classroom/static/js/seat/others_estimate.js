// What a package may be worth to the others, judged by what I have understood of their interests.
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { Gauge } from "./gauge.js";
import { partyName, points } from "./names.js";
import { valuesFrom, worthOf } from "./worth.js";

export function OthersEstimate({ view, choice }) {
  const { scenario } = view;
  const known = understood(view);
  if (!known.length) return null;
  return html`<div class="meters">
    <h3>${t("What it may be worth to the others")}</h3>
    ${known.map(({ role, weights, line }) => {
      const worth = worthOf(valuesFrom(weights, scenario), choice);
      const party = partyName(scenario, role);
      return html`<div class="meter-row" key=${role}>
        <span class="meter-label">${party}</span>
        <${Gauge} worth=${worth} line=${line} label=${t("{party}: perhaps {worth} of 100", { party, worth: points(worth) })} />
        <span class="change">${points(worth)}</span>
      </div>`;
    })}
    <p class="hint">${t("Only as far as you have understood their interests.")}</p>
  </div>`;
}

/** Sides whose interests this seat has some idea of: [{role, weights, line}]. */
function understood(view) {
  if (view.mediator_knows)
    return Object.entries(view.mediator_knows)
      .filter(([, knows]) => somethingHeard(knows?.interests))
      .map(([role, { interests, line }]) => ({ role, weights: interests, line: line ?? null }));
  return Object.entries(view.beliefs ?? {})
    .filter(([, weights]) => somethingHeard(weights))
    .map(([role, weights]) => ({ role, weights, line: null }));
}

export const somethingHeard = (weights) => Boolean(weights) && Object.keys(weights).length > 0;
