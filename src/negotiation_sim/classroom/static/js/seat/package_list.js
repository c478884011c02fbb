// A package, issue by issue: the option, what it is worth to me, and which of my interests it helps or harms.
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { optionName } from "./names.js";
import { touched } from "./worth.js";

/** `before`: an earlier package; options that differ from it are marked with what they were. */
export function PackageList({ scenario, brief = null, choice, before = null }) {
  return html`<dl class="package">
    ${scenario.issues.map((issue) => {
      const option = choice[issue.id];
      const changed = before && before[issue.id] !== option;
      return html`<div key=${issue.id} class=${changed ? "package-row changed" : "package-row"}>
        <dt>${issue.label}</dt>
        <dd>
          <strong>${optionName(issue, option)}</strong>
          ${changed && html`<span class="was">${t("before: {option}", { option: optionName(issue, before[issue.id]) })}</span>`}
          ${brief && html`<${OwnValue} values=${brief.values[issue.id]} option=${option} />`}
          ${brief && html`<${Marks} scenario=${scenario} issue=${issue} option=${option} brief=${brief} />`}
        </dd>
      </div>`;
    })}
  </dl>`;
}

function OwnValue({ values, option }) {
  const best = Math.max(...values);
  if (values[option] === undefined || best < 0.005) return null;
  const words = t("{value} of {best} points for me", {
    value: Math.round(values[option] * 100),
    best: Math.round(best * 100),
  });
  return html`<span class="own-value">${words}</span>`;
}

function Marks({ scenario, issue, option, brief }) {
  const marks = touched(scenario, issue, option, brief.importance);
  return html`<span class="marks">
    ${marks.map(
      ({ label, effect }) => html`<span key=${label} class=${effect > 0 ? "mark helps" : "mark harms"}>
        <span aria-hidden="true">${arrows(effect)}</span>
        <span class="hear">${effect > 0 ? t("helps:") : t("harms:")}</span> ${label}
      </span>`,
    )}
  </span>`;
}

function arrows(effect) {
  const one = effect > 0 ? "▲" : "▼";
  return Math.abs(effect) > 0.6 ? one + one : one;
}
