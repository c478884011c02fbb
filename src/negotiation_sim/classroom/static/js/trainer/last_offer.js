// The last offer issue by issue: as said, and as each listener heard it; what was misheard is marked.
import { t } from "../i18n.js";
import { partyName, optionName, points } from "../seat/names.js";
import { html } from "../ui.js";

export function LastOffer({ view }) {
  const entry = [...view.log].reverse().find(({ kind }) => kind === "offered");
  if (!entry) return null;
  const speaker = partyName(view.scenario, entry.speaker);
  return html`<section class="card" aria-label=${t("The last offer, said and heard")}>
    <h2>${t("The last offer, said and heard")}</h2>
    <p class="sentence">${t("{party}, round {n}", { party: speaker, n: entry.round })}</p>
    <${SaidAndHeard} view=${view} entry=${entry} />
  </section>`;
}

export function SaidAndHeard({ view, entry }) {
  const { scenario } = view;
  const listeners = Object.keys(entry.heard ?? {}).filter((role) => role !== entry.speaker);
  const worths = Object.keys(entry.worth ?? {});
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("Said and heard")}>
    <table>
      <thead>
        <tr>
          <th scope="col">${t("Issue")}</th>
          <th scope="col">${t("as said")}</th>
          ${listeners.map((role) => html`<th key=${role} scope="col">
            ${t("as heard by: {party}", { party: partyName(scenario, role) })}
          </th>`)}
        </tr>
      </thead>
      <tbody>
        ${scenario.issues.map((issue) => html`<tr key=${issue.id}>
          <th scope="row">${issue.label}</th>
          <td>${optionName(issue, entry.package[issue.id])}</td>
          ${listeners.map((role) => {
            const heard = entry.heard[role]?.[issue.id];
            const wrong = heard !== entry.package[issue.id];
            return html`<td key=${role} class=${wrong ? "misheard" : ""}>
              ${optionName(issue, heard)}${wrong && html`<span class="hear"> ${t("misheard")}</span>`}
            </td>`;
          })}
        </tr>`)}
        ${worths.length > 0 && html`<tr>
          <th scope="row">${t("Worth as understood, of 100")}</th>
          <td>${worths.includes(entry.speaker) ? points(entry.worth[entry.speaker]) : "–"}</td>
          ${listeners.map((role) => html`<td key=${role}>${points(entry.worth[role])}</td>`)}
        </tr>`}
      </tbody>
    </table>
  </div>`;
}
