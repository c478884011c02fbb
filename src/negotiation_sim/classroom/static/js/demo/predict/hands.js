// A show of hands, counted: one row of − and + for each answer the trainer calls out.
import { percent, t } from "../../i18n.js";
import { html } from "../../ui.js";
import { CHOICES, handCounts } from "./guesses.js";

export function Hands({ hands, change }) {
  const counts = handCounts(hands);
  const add = (index, by) =>
    change({ hands: counts.map((count, other) => String(other === index ? Math.max(0, count + by) : count)) });
  return html`<div class="hands" role="group" aria-label=${t("Show of hands")}>
    ${CHOICES.map((choice, index) => {
      const guess = percent(choice);
      return html`<div class="votes">
        <strong>${guess}</strong>
        <div class="counter">
          <button type="button" disabled=${!counts[index]} aria-label=${t("One hand less for {guess}", { guess })}
            onClick=${() => add(index, -1)}>−</button>
          <output aria-label=${t("Hands for {guess}", { guess })}>${counts[index]}</output>
          <button type="button" aria-label=${t("One hand more for {guess}", { guess })}
            onClick=${() => add(index, 1)}>+</button>
        </div>
      </div>`;
    })}
  </div>`;
}
