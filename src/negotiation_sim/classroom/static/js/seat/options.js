// One issue of a package: its options as one row of large buttons, or as a list where the labels are long.
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { bareOption, optionName } from "./names.js";

/** `values`: what each option is worth to me, or null (the mediator has no stake). */
export function Options({ issue, chosen, values, group, onChoose }) {
  const known = issue.options.map((_, option) => bareOption(issue, option));
  const short = known.every((label) => label.length <= 6);
  const wide = known.some((label) => label.length > 4);
  const best = values ? Math.max(...values) : 0;
  return html`<fieldset class="issue">
    <legend>
      <span class="issue-name">${issue.label}</span>
      <span class="issue-chosen">${chosen === undefined ? t("choose one") : optionName(issue, chosen)}</span>
    </legend>
    <div class=${short ? `options short ${wide ? "wide" : ""}` : "options long"}>
      ${known.map(
        (label, option) => html`<label key=${option} class=${option === chosen ? "option chosen" : "option"}>
          <input
            type="radio"
            name="${group}-${issue.id}"
            checked=${option === chosen}
            onChange=${() => onChoose(option)}
          />
          <span class="option-label">${label}</span>
          ${values && html`<span class="option-value" aria-hidden="true">
            <span style=${{ width: `${best > 0 ? (values[option] / best) * 100 : 0}%` }}></span>
          </span>`}
          ${values && html`<span class="hear">
            ${t("{value} of {best} points for me", { value: Math.round(values[option] * 100), best: Math.round(best * 100) })}
          </span>`}
        </label>`,
      )}
    </div>
  </fieldset>`;
}
