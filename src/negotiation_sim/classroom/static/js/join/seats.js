// The seats of a table to choose from, and how many people sit in each.
import { nt, t } from "../i18n.js";
import { html } from "../ui.js";

export function Seats({ table, chosen, onChoose }) {
  const seats = table.seats.filter(({ role }) => role !== "observer");
  return html`<fieldset class="card table">
    <legend>${table.name}</legend>
    <div class="seats">
      ${[...seats, { role: "observer", label: t("observer"), people: null }].map(
        ({ role, label, people }) => html`<label key=${role} class=${chosen === role ? "seat chosen" : "seat"}>
          <input type="radio" name="seat" checked=${chosen === role} onChange=${() => onChoose(role)} />
          <span class="seat-label">${label}</span>
          <span class="seat-people">${peopleWords(people)}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

export function peopleWords(people) {
  if (people === null || people === undefined) return t("looks on");
  // NOTE: a seat that nobody has taken
  if (people === 0) return t("free");
  return nt("{n} person", "{n} people", people, { n: people });
}
