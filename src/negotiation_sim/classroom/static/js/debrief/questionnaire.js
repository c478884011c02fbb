// The questionnaire: means before and after, and beside the results; small groups are not shown.
import { formatNumber, nt, signed, t } from "../i18n.js";
import { partyName, points } from "../seat/names.js";
import { html } from "../ui.js";

export function Questionnaire({ debrief }) {
  const { survey } = debrief;
  return html`<div class="stack">
    <section class="card" aria-label=${t("Before and after")}>
      <h3>${t("Before and after")}</h3>
      <p class="quiet small">${t("1: not true at all, 5: entirely true. Nobody is named; groups of fewer than {n} answers are not shown.", { n: survey.fewest })}</p>
      <${Means} survey=${survey} name=${t("All")} group=${survey.groups.all} />
    </section>
    <section class="card" aria-label=${t("Beside the results")}>
      <h3>${t("Beside the results")}</h3>
      <${Groups} debrief=${debrief} />
      <p class="quiet small">${t("A difference between groups this small says little: read it as a question, not as an answer.")}</p>
    </section>
  </div>`;
}

function Means({ survey, name, group: { before, after } }) {
  const count = (n) => nt("{n} answer", "{n} answers", n ?? 0, { n: n ?? 0 });
  const shown = (moment, key) => (moment.means ? formatNumber(moment.means[key], 1) : "–");
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${name}>
    <table class="means">
      <caption class="sentence-line">${name}</caption>
      <thead><tr>
        <th scope="col">${t("Statement")}</th>
        <th scope="col">${t("Before")}<span class="small quiet">${count(before.n)}</span></th>
        <th scope="col">${t("After")}<span class="small quiet">${count(after.n)}</span></th>
        <th scope="col">${t("Change")}</th>
      </tr></thead>
      <tbody>
        ${survey.statements.map(({ key, text }) => html`<tr key=${key}>
          <th scope="row">${t(text)}</th>
          <td>${shown(before, key)}</td>
          <td>${shown(after, key)}</td>
          <td>${before.means && after.means ? signed(after.means[key] - before.means[key], 1) : "–"}</td>
        </tr>`)}
      </tbody>
    </table>
  </div>`;
}

/** One row a group: the mean over all statements, and what the role reached. */
function Groups({ debrief: { survey, scenario } }) {
  const rows = [
    [t("Tables with a deal"), survey.groups.with_deal],
    [t("Tables without a deal"), survey.groups.without_deal],
    ...Object.entries(survey.roles).map(([role, group]) => [partyName(scenario, role), group]),
  ];
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("Beside the results")}>
    <table class="means">
      <thead><tr>
        <th scope="col">${t("Group")}</th><th scope="col">${t("Before")}</th><th scope="col">${t("After")}</th>
        <th scope="col">${t("Change")}</th><th scope="col">${t("Mean worth reached, of 100")}</th>
      </tr></thead>
      <tbody>
        ${rows.map(([name, { before, after, worth }]) => html`<tr key=${name}>
          <th scope="row"><span class="sentence">${name}</span></th>
          <td>${overall(before)}</td><td>${overall(after)}</td>
          <td>${before.means && after.means ? signed(mean(after.means) - mean(before.means), 1) : "–"}</td>
          <td>${points(worth)}</td>
        </tr>`)}
      </tbody>
    </table>
  </div>`;
}

const mean = (means) => Object.values(means).reduce((sum, value) => sum + value, 0) / Object.keys(means).length;
const overall = ({ n, means }) =>
  means
    ? nt("{mean} ({n} answer)", "{mean} ({n} answers)", n, { mean: formatNumber(mean(means), 1), n })
    : nt("{n} answer", "{n} answers", n, { n });
