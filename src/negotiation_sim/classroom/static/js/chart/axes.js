// Grid, marks and names of two axes around a plot.
import { linear, ticks } from "./scale.js";
import { html } from "../ui.js";
import { textWidth } from "./text.js";

const TICK_GAP = 8;

/**
 * Where the plot stands inside the picture, and its scales.
 * x, y: {domain: [from, to], label, format, ticks}; right: room kept for labels at the ends of lines.
 */
export function plotOf({ width, height, font }, x, y, { right = 0, top = 0 } = {}) {
  const yMarks = y.ticks || ticks(y.domain, height < 220 ? 3 : 5);
  const yFormat = y.format || String;
  const left = Math.max(...yMarks.map((mark) => textWidth(yFormat(mark), font)), 10) + TICK_GAP + 2;
  const xFormat = x.format || String;
  const xMarks = x.ticks || ticks(x.domain, width < 520 ? 4 : 6);
  const half = xMarks.length ? textWidth(xFormat(xMarks.at(-1)), font) / 2 : 0;
  const box = {
    left,
    right: width - Math.max(right, half + 2),
    top: top + font * 0.7 + (y.label ? font * 1.4 : 0),
    bottom: height - font * 1.6 - (x.label ? font * 1.4 : 0),
  };
  return {
    box,
    x: { ...x, format: xFormat, marks: xMarks, at: linear(x.domain, [box.left, box.right]) },
    y: { ...y, format: yFormat, marks: yMarks, at: linear(y.domain, [box.bottom, box.top]) },
  };
}

export function Axes({ plot: { box, x, y }, font }) {
  return html`
    ${y.marks.map((mark) => html`
      <line class="grid" x1=${box.left} x2=${box.right} y1=${y.at(mark)} y2=${y.at(mark)} />
      <text class="quiet" x=${box.left - TICK_GAP} y=${y.at(mark) + font * 0.35} text-anchor="end">
        ${y.format(mark)}
      </text>`)}
    <line class="axis" x1=${box.left} x2=${box.right} y1=${box.bottom} y2=${box.bottom} />
    ${x.marks.map((mark) => html`
      <line class="axis" x1=${x.at(mark)} x2=${x.at(mark)} y1=${box.bottom} y2=${box.bottom + 4} />
      <text class="quiet" x=${x.at(mark)} y=${box.bottom + font * 1.35} text-anchor="middle">${x.format(mark)}</text>`)}
    ${x.label &&
    html`<text x=${(box.left + box.right) / 2} y=${box.bottom + font * 2.75} text-anchor="middle">${x.label}</text>`}
    ${y.label && html`<text x=${0} y=${box.top - font * 1.1}>${y.label}</text>`}`;
}
