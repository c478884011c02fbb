// The live total: what the package is worth to me against my line and against the last offer of the others.
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { Gauge } from "./gauge.js";
import { points } from "./names.js";
import { worthOf } from "./worth.js";

export function Total({ view, choice, other }) {
  const { brief } = view;
  const worth = choice && worthOf(brief.values, choice);
  const theirs = other && worthOf(brief.values, other);
  const words = t("Worth to me: {worth} of 100", { worth: points(worth) });
  return html`<div class="total">
    <p class="total-worth">${words}</p>
    <${Gauge} worth=${worth} line=${brief.line} other=${theirs} label=${words} />
    <p class="total-others">
      <span class="key line">${t("my line: {line}", { line: points(brief.line) })}</span>
      ${theirs !== null && html`<span class="key other">${t("their last offer: {worth}", { worth: points(theirs) })}</span>`}
    </p>
  </div>`;
}
