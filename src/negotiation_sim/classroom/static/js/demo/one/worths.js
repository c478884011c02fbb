// What each offer is worth to each side, what that side asks for, and what it has without a deal.
import { LineChart } from "../../chart/line_chart.js";
import { wholeTicks } from "../../chart/scale.js";
import { formatNumber, t } from "../../i18n.js";
import { html } from "../../ui.js";

export function Worths({ answer: { labels, rounds }, round }) {
  const sides = Object.keys(rounds[0].utilities);
  return html`<div class="worths">
    <ul class="legend">
      <li class="kind-with"><${Sample} />${t("worth of the offer")}</li>
      <li class="kind-b"><${Sample} />${t("asks for at least")}</li>
      <li class="kind-c"><${Sample} />${t("has without a deal")}</li>
    </ul>
    <div class="small-multiples">
      ${sides.map((side, index) => html`<figure>
        <figcaption>${labels.parties[side]}</figcaption>
        <${WorthChart} name=${labels.parties[side]} side=${side} rounds=${rounds} round=${round}
          last=${index === sides.length - 1} />
      </figure>`)}
    </div>
  </div>`;
}

function WorthChart({ name, side, rounds, round, last }) {
  const line = (title, kind, field) => ({
    name: title,
    kind,
    unnamed: true,
    points: rounds.filter((one) => one[field]?.[side] !== undefined).map((one) => ({ x: one.n, y: one[field][side] })),
  });
  const series = [
    line(t("has without a deal"), "c", "lines"),
    line(t("asks for at least"), "b", "aspirations"),
    line(t("worth of the offer"), "with", "utilities"),
  ];
  const now = rounds[round - 1];
  const domain = [1, Math.max(rounds.length, 2)];
  return html`<${LineChart} label=${t("Worth of the offers to {party}, round by round", { party: name })} series=${series}
    hand=${now.n} dots=${[{ x: now.n, y: now.utilities[side], kind: "with" }]}
    x=${{ domain, ticks: wholeTicks(domain, 4), label: last ? t("Round") : "" }}
    y=${{ domain: [0, 1], ticks: [0, 0.5, 1], format: (value) => formatNumber(value, value % 1 ? 1 : 0) }} />`;
}

const Sample = () => html`<svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true"><line class="line" x1="0" x2="28" y1="6" y2="6" /></svg>`;
