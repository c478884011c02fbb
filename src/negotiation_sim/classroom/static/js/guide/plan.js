// The time plan of one lesson.
import { nt, t } from "../i18n.js";
import { html } from "../ui.js";

const steps = () => [
  [10, t("Introduction, questions before the talks, joining")],
  [10, t("Reading the role cards, preparing within each side")],
  [35, t("The talks")],
  [5, t("Questions after the talks")],
  [30, t("Debrief: all tables, one table, said and understood, another world")],
];

export function Plan() {
  const plan = steps();
  const whole = plan.reduce((sum, [minutes]) => sum + minutes, 0);
  return html`<section><h3>${t("Time plan")}</h3>
    <div class="scroll" tabindex="0" role="group" aria-label=${t("Time plan")}><table>
      <thead><tr><th scope="col">${t("Step")}</th><th scope="col">${t("Minutes")}</th></tr></thead>
      <tbody>${plan.map(([minutes, step]) => html`<tr key=${step}><th scope="row">${step}</th><td>${minutes}</td></tr>`)}</tbody>
    </table></div>
    <p>${nt("{n} minute in all", "{n} minutes in all", whole, { n: whole })}</p>
  </section>`;
}
