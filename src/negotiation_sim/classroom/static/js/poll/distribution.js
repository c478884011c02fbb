// All guesses of the class on one line, with mine and the answer among them.
import { Chart } from "../chart/chart.js";
import { apart } from "../chart/labels.js";
import { linear } from "../chart/scale.js";
import { textWidth } from "../chart/text.js";
import { percent, t } from "../i18n.js";
import { html } from "../ui.js";

const STEP = 0.05;
const MARKS = [0, 0.25, 0.5, 0.75, 1];

export function Distribution({ guesses, mine, answer }) {
  const steps = counted(guesses);
  const table = {
    head: [t("Guess"), t("How many guessed so")],
    rows: steps.map(({ at, count }) => [percent(at), count]),
  };
  const draw = ({ width, height, font }) => {
    const x = linear([0, 1], [font, width - font]);
    const bottom = height - font * 1.8;
    const top = font * 3.4;
    const most = Math.max(...steps.map(({ count }) => count), 1);
    const row = Math.min(16, (bottom - top) / most);
    const names = [{ name: t("Answer"), kind: "with", at: answer, y: font, height: font * 1.2 }];
    if (mine !== null) names.push({ name: t("My guess"), kind: "a", at: mine, y: font, height: font * 1.2 });
    return html`
      <line class="axis" x1=${x(0)} x2=${x(1)} y1=${bottom} y2=${bottom} />
      ${MARKS.map((mark) => html`<text class="quiet" x=${x(mark)} y=${bottom + font * 1.4} text-anchor="middle">
        ${percent(mark)}</text>`)}
      ${steps.map(({ at, count }) => Array.from({ length: count }, (_, index) => html`
        <circle class="guess" cx=${x(at)} cy=${bottom - row * (index + 0.5)} r=${Math.min(6, row * 0.45)} />`))}
      ${apart(names, 0, top).map(({ name, kind, at, y }) => html`<g class="kind-${kind}">
        <line class="line" x1=${x(at)} x2=${x(at)} y1=${y + font * 0.5} y2=${bottom} />
        <text class="named" x=${within(x(at), textWidth(name, font, 700), width)} y=${y + font * 0.2}
          text-anchor="middle">${name}</text>
      </g>`)}`;
  };
  return html`<${Chart} className="distribution" label=${t("All guesses, and the answer")} table=${table}>${draw}<//>`;
}

function counted(guesses) {
  const counts = new Map();
  for (const guess of guesses) {
    const at = Math.round(guess / STEP) * STEP;
    counts.set(at, (counts.get(at) || 0) + 1);
  }
  return [...counts].map(([at, count]) => ({ at, count })).sort((a, b) => a.at - b.at);
}

const within = (middle, room, width) => Math.min(Math.max(middle, room / 2), width - room / 2);
