// Bars that lie: one value each, or parts of a whole, with room for long names.
import { Chart } from "./chart.js";
import { linear, ticks } from "./scale.js";
import { html } from "../ui.js";
import { textWidth, wrapped } from "./text.js";

/**
 * bars: [{name, parts: [{name, kind, value}], low?, high?, text?}]; a bar with one part is a plain bar.
 * format(value); domain: [0, most]; valueLabel: the name of what is measured.
 */
export function BarChart({ label, bars, format = String, domain, valueLabel = "", height, className }) {
  const total = ({ parts }) => parts.reduce((sum, { value }) => sum + value, 0);
  const most = domain ? domain[1] : Math.max(...bars.map((bar) => bar.high ?? total(bar)), 1e-9);
  const columns = [...new Set(bars.flatMap(({ parts }) => parts.map(({ name }) => name)))];
  const table = {
    head: ["", ...columns],
    rows: bars.map((bar) => [
      bar.name,
      ...columns.map((name) => {
        const part = bar.parts.find((one) => one.name === name);
        return part ? format(part.value) : "";
      }),
    ]),
  };
  const draw = ({ width, height: tall, font, small }) => {
    const room = small ? width : Math.min(width * 0.42, 320);
    const names = bars.map(({ name }) => wrapped(name, room, font, 400, small ? 2 : 3));
    const left = small ? 0 : Math.max(...names.flat().map((line) => textWidth(line, font)), 0) + 12;
    const bottom = tall - font * (valueLabel ? 3 : 1.7);
    const slot = (bottom - 4) / Math.max(bars.length, 1);
    const ends = Math.max(...bars.map((bar) => textWidth(bar.text ?? format(total(bar)), font, 700))) + 10;
    const x = linear([0, most], [left, width - ends]);
    return html`
      ${ticks([0, most], small ? 3 : 5).map((mark) => html`
        <line class="grid" x1=${x(mark)} x2=${x(mark)} y1="4" y2=${bottom} />
        <text class="quiet" x=${x(mark)} y=${bottom + font * 1.3}
          text-anchor=${small && mark === 0 ? "start" : "middle"}>${format(mark)}</text>`)}
      ${valueLabel &&
      html`<text x=${(x(0) + x(most)) / 2} y=${bottom + font * 2.7} text-anchor="middle">${valueLabel}</text>`}
      ${bars.map((bar, row) => html`<${Bar} ...${bar} total=${total(bar)} lines=${names[row]} x=${x} top=${4 + row * slot}
        slot=${slot} font=${font} small=${small} format=${format} />`)}`;
  };
  return html`<${Chart} label=${label} table=${table} height=${height} className=${className}>${draw}<//>`;
}

function Bar({ parts, low, high, text, total, lines, x, top, slot, font, small, format }) {
  const line = font * 1.15;
  const above = small ? lines.length * line + 2 : 0;
  const thick = Math.min(slot - above - 6, 40);
  const middle = top + above + (slot - above) / 2;
  const nameTop = small ? middle - thick / 2 - above : middle - (lines.length * line) / 2;
  let at = 0;
  return html`
    ${lines.map((words, row) => html`<text x=${small ? 0 : x(0) - 12} y=${nameTop + line * (row + 0.8)}
      text-anchor=${small ? "start" : "end"}>${words}</text>`)}
    ${parts.map(({ kind, value }) => {
      const start = at;
      at += value;
      return html`<g class="kind-${kind}"><rect class="bar" x=${x(start)} y=${middle - thick / 2}
        width=${Math.max(0, x(at) - x(start))} height=${Math.max(2, thick)} /></g>`;
    })}
    ${low !== undefined &&
    html`<path class="whisker" d="M${x(low)} ${middle}H${x(high)}M${x(low)} ${middle - 6}v12M${x(high)} ${middle - 6}v12" />`}
    <text class="strong" x=${x(Math.max(at, high ?? 0)) + 8} y=${middle + font * 0.35}>${text ?? format(total)}</text>`;
}
