// A hundred tables in one picture: filled where the talks end in agreement, hollow where they fail.
import { Chart } from "../chart/chart.js";
import { formatNumber, percent, t } from "../i18n.js";
import { html } from "../ui.js";
import { BigNumber } from "./big_number.js";

const TABLES = 100;

/** arm: {rate, low, high} of one point of the curves; kind: a `kind-…` class of base.css. */
export function Hundred({ arm, kind }) {
  const agreed = Math.round(arm.rate * TABLES);
  const say = (n) => t("{n} of 100 tables reach agreement", { n });
  const draw = ({ width, height }) => {
    const columns = width > height * 1.5 ? 20 : 10;
    const rows = TABLES / columns;
    const step = Math.min(width / columns, height / rows);
    const left = (width - step * columns) / 2;
    const top = (height - step * rows) / 2;
    return Array.from({ length: TABLES }, (_, index) => html`<${Table} agreed=${index < agreed} kind=${kind}
      x=${left + ((index % columns) + 0.5) * step} y=${top + (Math.floor(index / columns) + 0.5) * step} r=${step * 0.36} />`);
  };
  return html`<div class="hundred">
    <p class=${kind === "with" ? "with" : "without"} role="status">
      <${BigNumber} say=${say} number=${formatNumber(agreed)} />
      <span class="quiet small">${t("95% interval: from {low} to {high}", { low: percent(arm.low), high: percent(arm.high) })}</span>
    </p>
    <${Chart} label=${say(formatNumber(agreed))}>${draw}<//>
  </div>`;
}

function Table({ agreed, kind, x, y, r }) {
  return agreed
    ? html`<g class="kind-${kind}"><circle class="dot" cx=${x} cy=${y} r=${r} />
        <path class="tick" d="M${x - r * 0.45} ${y}l${r * 0.35} ${r * 0.35}l${r * 0.6} ${-r * 0.7}" /></g>`
    : html`<circle class="failed" cx=${x} cy=${y} r=${r} />`;
}
