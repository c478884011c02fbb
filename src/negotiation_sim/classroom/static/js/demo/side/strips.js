// Both negotiations as strips of rounds: where they part, how long they last, how they end.
import { Chart } from "../../chart/chart.js";
import { textWidth } from "../../chart/text.js";
import { t } from "../../i18n.js";
import { html } from "../../ui.js";
import { agreed, ending } from "../one/ending.js";

const STRIP = 20;
const GAP = 5;
const WIDEST = 44;

export function Strips({ kinds, answer: { left, right }, round, parted, onGo }) {
  const arms = [
    { kind: kinds[0], name: t("As set"), talks: left },
    { kind: kinds[1], name: t("Changed"), talks: right },
  ];
  const most = Math.max(left.rounds.length, right.rounds.length);
  const label = parted < 0 ? t("They never part.") : t("They part in round {n}.", { n: parted + 1 });
  const table = { head: ["", t("Ending")], rows: arms.map(({ name, talks }) => [name, ending(talks)]) };
  const draw = ({ width, font, small }) => {
    const fates = arms.map(({ talks }) => `${agreed(talks) ? "✓" : "✗"} ${small ? "" : ending(talks)}`);
    const from = Math.max(...arms.map(({ name }) => textWidth(name, font, 700))) + 12;
    const room = (row) => (width - from - textWidth(fates[row], font, 700) - 10) / arms[row].talks.rounds.length;
    const step = Math.min(room(0), room(1), WIDEST);
    const press = (event) => {
      const { left: edge } = event.currentTarget.ownerSVGElement.getBoundingClientRect();
      onGo(Math.min(most, Math.max(1, Math.ceil((event.clientX - edge - from) / step))));
    };
    const top = (row) => row * (STRIP + GAP) + 3;
    return html`
      ${arms.map(({ kind, name, talks }, row) => html`<g class="kind-${kind}">
        <text class="named" x="0" y=${top(row) + STRIP * 0.72}>${name}</text>
        ${talks.rounds.map((_, index) => html`<rect class=${parted >= 0 && index >= parted ? "round apart" : "round"}
          x=${from + index * step} y=${top(row)} width=${Math.max(1, step - 2)} height=${STRIP} />`)}
        <text class="strong" x=${from + talks.rounds.length * step + 5} y=${top(row) + STRIP * 0.75}>
          ${fates[row]}
        </text>
      </g>`)}
      <rect class="now" x=${from + (round - 1) * step - 2} y="0" width=${step + 2} height=${2 * STRIP + GAP + 6} />
      <rect class="press" x=${from} y="0" width=${step * most} height=${2 * STRIP + GAP + 6} onClick=${press} />`;
  };
  return html`<${Chart} className="strips" label=${label} table=${table} height=${2 * (STRIP + GAP) + 6}>${draw}<//>`;
}
