// Said against understood: how much of the offers was misheard, by table and by speaker, and what cost most.
import { BarChart } from "../chart/bar_chart.js";
import { percent, t } from "../i18n.js";
import { optionName, partyName, points } from "../seat/names.js";
import { html } from "../ui.js";
import { TableChoice } from "./table_choice.js";

export function Understood({ debrief, table, go }) {
  const heard = debrief.tables.filter(({ hearing }) => hearing.misheard !== null);
  return html`<div class="understood">
    <section class="card" aria-label=${t("How much was misheard")}>
      <h3>${t("How much was misheard")}</h3>
      ${heard.length === 0
        ? html`<p>${t("No offer has been made yet.")}</p>`
        : html`<${BarChart} label=${t("Share of the points of all offers that listeners misheard, by table")} format=${percent}
            domain=${[0, Math.max(0.1, ...heard.map(({ hearing }) => hearing.misheard))]} height=${60 + 44 * heard.length}
            bars=${heard.map(({ name, hearing }) => ({ name, parts: [{ name: t("misheard"), kind: "without", value: hearing.misheard }] }))} />`}
      ${!debrief.noise && html`<p class="quiet">${t("In this session nothing could be misheard.")}</p>`}
    </section>
    <section class="card" aria-label=${t("Who was misheard")}>
      <${TableChoice} debrief=${debrief} table=${table} go=${go} />
      <h3>${t("Who was misheard")}</h3>
      <${Speakers} debrief=${debrief} table=${table} />
      <${Costliest} debrief=${debrief} costliest=${table.hearing.costliest} />
    </section>
  </div>`;
}

function Speakers({ debrief, table }) {
  const speakers = Object.entries(table.hearing.by_speaker).filter(([, share]) => share !== null);
  if (!speakers.length) return html`<p>${t("No offer has been made yet.")}</p>`;
  return html`<ul>
    ${speakers.map(([role, share]) => html`<li key=${role} class="sentence-line">
      ${t("{party}: {share} of what it offered was misheard", { party: partyName(debrief.scenario, role), share: percent(share) })}
    </li>`)}
  </ul>`;
}

function Costliest({ debrief, costliest }) {
  if (!costliest) return null;
  const issue = debrief.scenario.issues.find(({ id }) => id === costliest.issue);
  if (!issue) return null;
  return html`<h3>${t("The costliest mishearing")}</h3>
    <p class="note">${t("Round {round}, {issue}. Speaker: {speaker}. Said: {said}. Listener: {listener}. Understood: {heard}. Difference for the listener: {cost} of 100.", {
      round: costliest.round,
      issue: issue.label,
      speaker: partyName(debrief.scenario, costliest.speaker),
      said: optionName(issue, costliest.said),
      listener: partyName(debrief.scenario, costliest.listener),
      heard: optionName(issue, costliest.heard),
      cost: points(costliest.cost),
    })}</p>`;
}
