// A whole table: where it stands, each side as it is, what the mediator knows, and the log with said beside heard.
import { percent, t } from "../i18n.js";
import { Weights } from "../seat/brief.js";
import { endingWords } from "../seat/endings.js";
import { Knows } from "../seat/knows.js";
import { partyName, partyNames, points } from "../seat/names.js";
import { html } from "../ui.js";
import { LastOffer } from "./last_offer.js";
import { WholeLog } from "./whole_log.js";
import { phaseWords, stateWords } from "./states.js";

export function WholeTable({ view, session }) {
  const { scenario } = view;
  const ended = [...view.log].reverse().find(({ kind }) => kind === "ended");
  return html`<div class="stack whole">
    <p class="note">${t("For your eyes only: the sides' interests, values and lines stand here. Do not project this page.")}</p>
    <section class="card" aria-label=${view.table.name}>
      <div class="row">
        <h2>${view.table.name}</h2>
        <span class="tag ${view.state}">${ended ? endingWords(ended.ending) : stateWords(view.state)}</span>
        <a href="/trainer/${session}">${t("Back to the session")}</a>
      </div>
      <p role="status">
        ${view.phase !== "lobby" && t("Round {n} of {all}", { n: view.round, all: view.rounds })}
        ${view.state === "playing" && html` · ${waitWords(view)}`}
      </p>
    </section>
    <div class="sides">
      ${Object.entries(view.sides ?? {}).map(([role, side]) => html`<section
        key=${role}
        class="card"
        aria-label=${partyName(scenario, role)}
      >
        <h2 class="sentence">${partyName(scenario, role)}</h2>
        <${Numbers} side=${side} />
        <h3>${t("What matters to it")}</h3>
        <${Weights} scenario=${scenario} weights=${side.importance} />
        <h3>${t("Trust in the others")}</h3>
        <p class="small">${Object.entries(side.trust).map(([other, share]) => html`<span key=${other} class="pair">
          ${t("{party}: {share}", { party: partyName(scenario, other), share: percent(share) })}
        </span>`)}</p>
        <details>
          <summary>${t("What each option is worth to it")}</summary>
          <${Values} scenario=${scenario} values=${side.values} />
        </details>
        <details>
          <summary>${t("What it believes of the others")}</summary>
          <${Beliefs} scenario=${scenario} beliefs=${side.beliefs} />
        </details>
      </section>`)}
    </div>
    <${LastOffer} view=${view} />
    ${Object.keys(view.mediator_knows ?? {}).length > 0 && html`<details class="card">
      <summary>${t("What the mediator knows")}</summary>
      <${Knows} view=${view} />
    </details>`}
    <section class="card" aria-label=${t("What was said and heard")}>
      <h2>${t("What was said and heard")}</h2>
      <${WholeLog} view=${view} />
    </section>
  </div>`;
}

function waitWords({ awaited, phase, scenario }) {
  return awaited.length ? t("Waiting for: {parties}", { parties: partyNames(scenario, awaited) }) : phaseWords(phase);
}

function Numbers({ side }) {
  const optimism = Math.round((side.line - side.reservation) * 100);
  return html`<ul class="numbers">
    <li>${t("believes to have {line} of 100 without a deal", { line: points(side.line) })}</li>
    <li>${optimism === 0
      ? t("truly has {line}", { line: points(side.reservation) })
      : t("truly has {line}, so it is wrong by {n}", { line: points(side.reservation), n: Math.abs(optimism) })}</li>
    ${side.aspiration !== undefined && html`<li>
      ${t("the program in this seat would now ask for {demand}", { demand: points(side.aspiration) })}
    </li>`}
  </ul>`;
}

function Values({ scenario, values }) {
  return html`<ul class="value-list">
    ${scenario.issues.map((issue) => html`<li key=${issue.id}>
      <strong>${issue.label}</strong>
      ${issue.options.map((label, option) => html`<span key=${option} class="pair">
        ${t("{option}: {value}", { option: label, value: points(values[issue.id]?.[option]) })}
      </span>`)}
    </li>`)}
  </ul>`;
}

function Beliefs({ scenario, beliefs }) {
  return Object.entries(beliefs ?? {}).map(([other, weights]) => html`<div key=${other}>
    <h3 class="sentence">${partyName(scenario, other)}</h3>
    <${Weights} scenario=${scenario} weights=${byInterest(scenario, weights)} />
  </div>`);
}

const byInterest = (scenario, weights) =>
  Array.isArray(weights) ? Object.fromEntries(scenario.interests.map(({ id }, k) => [id, weights[k]])) : weights;
