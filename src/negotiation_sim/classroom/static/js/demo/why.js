// Why negotiations fail: what share of the failures each single repair would have turned into an agreement.
import { BarChart } from "../chart/bar_chart.js";
import { formatNumber, percent, t } from "../i18n.js";
import { html } from "../ui.js";
import { useAnswer } from "./answer.js";
import { Lesson } from "./lesson.js";
import { armOf } from "./settings.js";
import { Waiting } from "./waiting.js";

export function Why({ settings, talks }) {
  const { answer, refusal, waiting } = useAnswer("why", { ...talks, arm: armOf(settings) });
  return html`<section class="card why" role="tabpanel" id="panel-why" aria-labelledby="tab-why" aria-busy=${waiting}>
    <div class="top">
      ${answer &&
      html`<p class="failures"><strong class="big">${percent(answer.failed / Math.max(answer.runs, 1))}</strong>
        <span>${t("{failed} of {runs} negotiations failed", { failed: formatNumber(answer.failed), runs: formatNumber(answer.runs) })}</span>
      </p>`}
    </div>
    ${refusal && html`<p class="refusal" role="alert">${refusal}</p>`}
    ${!answer && !refusal && html`<${Waiting} />`}
    ${answer && answer.failed > 0 && html`<${Causes} causes=${answer.causes} settings=${settings} />`}
    <${Lesson}>
      ${answer?.failed === 0
        ? t("Nothing failed here. Make the communication worse and look again.")
        : t("Each failed negotiation is repeated with one thing repaired. The longest bar is where help pays most.")}
    <//>
  </section>`;
}

function Causes({ causes, settings }) {
  const sorted = [...causes].sort((a, b) => b.repaired - a.repaired);
  const bars = sorted.map(({ label, repaired, low, high }) => ({
    name: label,
    low,
    high,
    text: percent(repaired),
    parts: [{ name: t("Saved"), kind: armOf(settings), value: repaired }],
  }));
  const most = Math.min(1, Math.max(0.2, ...causes.map(({ high, repaired }) => high ?? repaired)));
  return html`<${BarChart} label=${t("Share of the failed negotiations that one single repair would have saved")} bars=${bars}
    format=${percent} domain=${[0, most]} valueLabel=${t("Failed negotiations saved if only this were so")} />`;
}
