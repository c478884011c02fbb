// Two sides' utilities: all possible agreements, the frontier, what each side has without a deal, what happened.
import { Axes, plotOf } from "./axes.js";
import { Chart } from "./chart.js";
import { apart } from "./labels.js";
import { formatNumber, t } from "../i18n.js";
import { html } from "../ui.js";
import { textWidth } from "./text.js";

const UNIT = [0, 1];

/**
 * axes: names of the two sides. points: [[u, v]] a cloud. frontier: [[u, v]]. lines: [u, v] | null: below these no deal.
 * path: [[u, v]]: offers in their order; deal: [u, v] | null. marks: [{at: [u, v], name, kind, hollow?}].
 */
export function Plane({ label, axes, points = [], frontier = [], lines, path = [], deal, marks = [], height, className }) {
  const two = (value) => formatNumber(value, 2);
  const one = (value) => formatNumber(value, value % 1 ? 1 : 0);
  const named = [
    ...path.map((at, index) => [t("Offer {n}", { n: index + 1 }), at]),
    ...(deal ? [[t("Agreement"), deal]] : []),
    ...marks.map(({ name, at }) => [name, at]),
  ];
  const table = { head: ["", ...axes], rows: named.map(([name, at]) => [name, ...at.map(two)]) };
  const draw = (size) => {
    const axis = { domain: UNIT, ticks: [0, 0.5, 1], format: one };
    const plot = plotOf(size, { ...axis, label: axes[0] }, { ...axis, label: axes[1] });
    const at = ([u, v]) => `${plot.x.at(u)},${plot.y.at(v)}`;
    return html`
      <${Axes} plot=${plot} font=${size.font} />
      ${lines && html`<${Zone} lines=${lines} plot=${plot} font=${size.font} />`}
      ${points.map(([u, v]) => html`<circle class="cloud" cx=${plot.x.at(u)} cy=${plot.y.at(v)} r="2" />`)}
      ${frontier.length > 0 &&
      html`<g class="kind-plain"><polyline class="line" points=${frontier.map(at).join(" ")} /></g>`}
      ${path.length > 1 && html`<g class="kind-a"><polyline class="line faint" points=${path.map(at).join(" ")} /></g>`}
      ${path.map(([u, v], index) => html`<g class="kind-a"><circle class=${index === path.length - 1 ? "dot" : "hollow"}
        cx=${plot.x.at(u)} cy=${plot.y.at(v)} r=${index === path.length - 1 ? 8 : 4} /></g>`)}
      ${deal && html`<${Star} x=${plot.x.at(deal[0])} y=${plot.y.at(deal[1])} />`}
      ${marks.map(({ at: [u, v], kind, hollow }) => html`<g class="kind-${kind}">
        <circle class=${hollow ? "hollow" : "dot"} cx=${plot.x.at(u)} cy=${plot.y.at(v)} r="7" /></g>`)}
      ${markNames(marks, plot, size.font)}`;
  };
  return html`<${Chart} label=${label} table=${table} height=${height} className=${className}>${draw}<//>`;
}

function Zone({ lines: [u, v], plot: { box, x, y } }) {
  return html`
    <rect class="zone" x=${x.at(u)} y=${box.top} width=${Math.max(0, box.right - x.at(u))}
      height=${Math.max(0, y.at(v) - box.top)} />
    <line class="hand" x1=${x.at(u)} x2=${x.at(u)} y1=${box.top} y2=${box.bottom} />
    <line class="hand" x1=${box.left} x2=${box.right} y1=${y.at(v)} y2=${y.at(v)} />`;
}

function Star({ x, y }) {
  const spikes = Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5 - Math.PI / 2;
    const far = index % 2 ? 5 : 12;
    return `${x + far * Math.cos(angle)},${y + far * Math.sin(angle)}`;
  });
  return html`<polygon class="star" points=${spikes.join(" ")} />`;
}

function markNames(marks, { box, x, y }, font) {
  const wanted = marks.filter(({ name }) => name).map(({ name, kind, at: [u, v] }) => {
    const outside = x.at(u) + 12 + textWidth(name, font, 700) > box.right;
    return { name, kind, y: y.at(v), height: font * 1.2, x: x.at(u) + (outside ? -12 : 12), anchor: outside ? "end" : "start" };
  });
  return apart(wanted, box.top, box.bottom).map((name) => html`<g class="kind-${name.kind}">
    <text class="named" x=${name.x} y=${name.y + font * 0.35} text-anchor=${name.anchor}>${name.name}</text></g>`);
}
