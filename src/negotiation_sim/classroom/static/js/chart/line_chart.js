// Lines over one axis, with bands of uncertainty, names at their ends, and what a page lays over them.
import { Axes, plotOf } from "./axes.js";
import { Chart } from "./chart.js";
import { apart } from "./labels.js";
import { html } from "../ui.js";
import { textWidth, wrapped } from "./text.js";

const LABEL_GAP = 10;
const WIDEST_LABEL = 150;

/**
 * series: [{name, kind, points: [{x, y, low?, high?}], faint?, unnamed?}], kind = a `kind-…` class of base.css.
 * x, y: see axes.js. hand: value of x marked by a dotted line. dots: [{x, y, kind, hollow?}].
 * over(plot): svg drawn on top. onPick(x): a press or a drag on the plot.
 */
export function LineChart({ label, series, x, y, hand, dots = [], over, onPick, height, className }) {
  const table = {
    head: [x.label || "", ...series.map(({ name }) => name)],
    rows: tableRows(series, x, y),
  };
  const draw = (size) => {
    const named = series.filter(({ unnamed, points }) => !unnamed && points.length);
    const names = size.small ? [] : named.map((one) => wrapped(one.name, WIDEST_LABEL, size.font, 700));
    const widest = Math.max(0, ...names.flat().map((line) => textWidth(line, size.font, 700)));
    const legend = size.small ? legendRows(named, size) : { height: 0, items: [] };
    const plot = plotOf(size, x, y, { right: widest ? widest + LABEL_GAP : 0, top: legend.height });
    return html`
      <${Axes} plot=${plot} font=${size.font} />
      ${series.map((one) => html`<${Line} ...${one} plot=${plot} />`)}
      ${hand !== undefined &&
      html`<line class="hand" x1=${plot.x.at(hand)} x2=${plot.x.at(hand)} y1=${plot.box.top} y2=${plot.box.bottom} />`}
      ${dots.map((dot) => html`<g class="kind-${dot.kind}">
        <circle class=${dot.hollow ? "hollow" : "dot"} cx=${plot.x.at(dot.x)} cy=${plot.y.at(dot.y)} r="8" />
      </g>`)}
      ${size.small ? legend.items : endLabels(named, names, plot, size.font)}
      ${over?.(plot, size)}
      ${onPick && html`<${Pick} plot=${plot} onPick=${onPick} />`}`;
  };
  return html`<${Chart} label=${label} table=${table} height=${height} className=${className}>${draw}<//>`;
}

function Line({ kind, points, faint, plot: { x, y } }) {
  const line = points.map((point) => `${x.at(point.x)},${y.at(point.y)}`).join(" ");
  const banded = points.filter(({ low }) => low !== undefined);
  const edge = [
    ...banded.map((point) => `${x.at(point.x)},${y.at(point.high)}`),
    ...banded.reverse().map((point) => `${x.at(point.x)},${y.at(point.low)}`),
  ];
  return html`<g class="kind-${kind}">
    ${edge.length > 0 && html`<polygon class="band" points=${edge.join(" ")} />`}
    ${points.length === 1
      ? html`<circle class="dot" cx=${x.at(points[0].x)} cy=${y.at(points[0].y)} r="5" />`
      : html`<polyline class="line ${faint ? "faint" : ""}" points=${line} />`}
  </g>`;
}

function endLabels(named, names, plot, font) {
  const line = font * 1.15;
  const wanted = named.map((one, index) => ({
    kind: one.kind,
    lines: names[index],
    y: plot.y.at(one.points.at(-1).y),
    height: names[index].length * line + 4,
  }));
  return apart(wanted, plot.box.top - font, plot.box.bottom + font).map(({ kind, lines, y, height }) => html`
    <g class="kind-${kind}">
      ${lines.map((text, row) => html`<text class="named" x=${plot.box.right + LABEL_GAP}
        y=${y - height / 2 + line * (row + 0.8) + 2}>${text}</text>`)}
    </g>`);
}

// On a phone the ends have no room: the names stand above the plot, each behind a piece of its line.
function legendRows(named, { width, font }) {
  let at = 0;
  let row = 0;
  const items = named.map(({ name, kind }) => {
    const room = 34 + textWidth(name, font, 700);
    if (at > 0 && at + room > width) {
      row += 1;
      at = 0;
    }
    const y = font * (1 + row * 1.5);
    const item = html`<g class="kind-${kind}">
      <line class="line" x1=${at} x2=${at + 24} y1=${y - font * 0.35} y2=${y - font * 0.35} />
      <text class="named" x=${at + 30} y=${y}>${name}</text>
    </g>`;
    at += room + 14;
    return item;
  });
  return { items, height: named.length ? (row + 1) * font * 1.5 : 0 };
}

function Pick({ plot: { box, x }, onPick }) {
  const pick = (event) => {
    const { left } = event.currentTarget.ownerSVGElement.getBoundingClientRect();
    const value = x.at.invert(event.clientX - left);
    onPick(Math.min(Math.max(value, x.domain[0]), x.domain[1]));
  };
  const start = (event) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    pick(event);
  };
  const drag = (event) => event.currentTarget.hasPointerCapture(event.pointerId) && pick(event);
  return html`<rect class="pick" x=${box.left} y=${box.top} width=${Math.max(0, box.right - box.left)}
    height=${Math.max(0, box.bottom - box.top)} onPointerDown=${start} onPointerMove=${drag} />`;
}

function tableRows(series, x, y) {
  const places = [...new Set(series.flatMap(({ points }) => points.map((point) => point.x)))].sort((a, b) => a - b);
  const show = (one, place) => {
    const point = one.points.find((candidate) => candidate.x === place);
    if (!point) return "";
    const format = y.format || String;
    return point.low === undefined
      ? format(point.y)
      : `${format(point.y)} (${format(point.low)} – ${format(point.high)})`;
  };
  return places.map((place) => [(x.format || String)(place), ...series.map((one) => show(one, place))]);
}
