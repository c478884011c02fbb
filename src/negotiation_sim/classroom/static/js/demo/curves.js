// Agreement rate over communication quality, with and without a mediator.
import { LineChart } from "../chart/line_chart.js";
import { formatNumber, nt, percent, t } from "../i18n.js";
import { html } from "../ui.js";
import { Headline } from "./headline.js";
import { Lesson } from "./lesson.js";
import { placeOf } from "./predict/guesses.js";
import { guessMarks } from "./predict/marks.js";
import { PredictPanel } from "./predict/panel.js";
import { pointsOf, rateAt, ratesAt } from "./rates.js";
import { armOf, snapped } from "./settings.js";
import { Waiting } from "./waiting.js";

export function Curves({ answer, refusal, settings, change, guesses, poll }) {
  const secret = settings.predict === "asking" ? armOf(settings) : "";
  return html`<section class="card curves" role="tabpanel" id="panel-curves" aria-labelledby="tab-curves">
    ${refusal && html`<p class="refusal" role="alert">${refusal}</p>`}
    ${settings.predict
      ? html`<${PredictPanel} answer=${answer} settings=${settings} change=${change} guesses=${guesses} poll=${poll} />`
      : answer
        ? html`<${Headline} here=${ratesAt(answer, settings.quality)} mediator=${settings.mediator} />`
        : !refusal && html`<${Waiting} />`}
    ${answer && html`<${Picture} answer=${answer} settings=${settings} change=${change} secret=${secret}
      guesses=${guesses} />`}
    <${Lesson}>${lesson(settings, answer)}<//>
    <div class="below">
      <p class="quiet small">${answer && footnote(answer.runs)}</p>
      ${!settings.predict &&
      html`<button type="button" onClick=${() => change({ predict: "asking", hands: [] })}>${t("Predict first")}</button>`}
    </div>
  </section>`;
}

function Picture({ answer, settings, change, secret, guesses }) {
  const series = [];
  const dots = [];
  const add = (arm, name, hollow) => {
    if (secret === arm || !answer[arm]) return;
    series.push({ name, kind: arm, points: pointsOf(answer, arm) });
    // Until its own answer is there, the dot slides along the curve with the hand.
    dots.push({ x: settings.quality, y: rateAt(answer, arm, settings.quality), kind: arm, hollow });
  };
  add("without", t("Without mediator"), true);
  if (settings.mediator) add("with", t("With mediator"), false);
  return html`<${LineChart} label=${t("Agreement rate at each communication quality, with and without a mediator")}
    series=${series} dots=${dots} hand=${settings.quality} onPick=${(x) => pick(snapped(x), settings, change)}
    x=${{ domain: [0, 1], label: t("Communication quality"), format: percent }}
    y=${{ domain: [0, 1], label: t("Negotiations that end in agreement"), format: percent, ticks: [0, 0.25, 0.5, 0.75, 1] }}
    over=${settings.predict ? guessMarks(guesses, placeOf(settings), Boolean(secret)) : undefined} />`;
}

const pick = (quality, settings, change) => quality !== settings.quality && change({ quality });

function lesson({ mediator, predict }, answer) {
  if (predict === "asking") return t("First say what you expect. Only then look: a wrong guess teaches most.");
  if (!mediator) {
    return !answer || answer.here.without.rate < 0.5
      ? t("Most negotiations fail here. Switch the mediator on and see where the blue line runs.")
      : t("The better they understand each other, the more often they agree. Switch the mediator on and compare.");
  }
  return t("The gap between the lines is what the mediator adds. Where is it widest, and where does it close?");
}

const footnote = (runs) =>
  nt(
    "Band: 95% interval, {n} negotiation per point. More negotiations make it narrower.",
    "Band: 95% interval, {n} negotiations per point. More negotiations make it narrower.",
    runs,
    { n: formatNumber(runs) },
  );
