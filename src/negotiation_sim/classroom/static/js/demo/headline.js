// The numbers that are read from the back row.
import { percent, signed, t } from "../i18n.js";
import { html } from "../ui.js";

/** here: {without, with?, difference?} at the hand; `secret`: the arm whose number is not told yet. */
export function Headline({ here, mediator, secret }) {
  const rate = (arm) => (secret === arm ? "?" : percent(here[arm].rate));
  return html`<div class="headline">
    <p class="without"><span>${t("Without mediator")}</span><strong class="big">${rate("without")}</strong></p>
    ${mediator && here.with &&
    html`<p class="with"><span>${t("With mediator")}</span><strong class="big">${rate("with")}</strong></p>`}
    ${mediator && here.difference && !secret &&
    html`<p class="difference">
      <span>${t("Difference")} <span class="interval">${here.difference.low !== undefined && interval(here.difference)}</span></span>
      <span><strong class="big">${signed(here.difference.value * 100)}</strong> <strong>${t("points")}</strong></span>
    </p>`}
  </div>`;
}

const interval = ({ low, high }) =>
  low < 0 && high > 0
    ? t("from {low} to {high}: may be no difference", { low: signed(low * 100), high: signed(high * 100) })
    : t("from {low} to {high}", { low: signed(low * 100), high: signed(high * 100) });
