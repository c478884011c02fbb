// The same table in another world: people's own offers and answers, played on by the engine.
import { postJson } from "../http.js";
import { nt, t } from "../i18n.js";
import { endingWords } from "../seat/endings.js";
import { partyName, points } from "../seat/names.js";
import { stateWords } from "../trainer/states.js";
import { html, useEffect, useState } from "../ui.js";
import { TableChoice } from "./table_choice.js";

const worlds = () => ({
  mediator: t("With a good mediator"),
  no_mediator: t("Without a mediator"),
  clear: t("Nothing is misheard"),
  noisy: t("Much is misheard"),
  interests: t("Agents look for interests"),
});

export function AnotherWorld({ debrief, session, table, go }) {
  const [asked, setAsked] = useState(null);
  const [answer, setAnswer] = useState(null);
  const [refused, setRefused] = useState("");
  useEffect(() => {
    setAsked(null);
    setAnswer(null);
    setRefused("");
  }, [table.id]);
  const ask = async (world) => {
    setAsked(world);
    setAnswer(null);
    setRefused("");
    try {
      setAnswer(await postJson(`/api/sessions/${session}/world`, { table: table.id, world }));
    } catch (refusal) {
      setRefused(refusal.message);
    }
  };
  return html`<div class="stack">
    <section class="card stack" aria-label=${t("The same table in another world")}>
      <div class="row spread">
        <h3>${t("The same table in another world")}</h3>
        <${TableChoice} debrief=${debrief} table=${table} go=${go} />
      </div>
      <div class="row" role="group" aria-label=${t("What is changed")}>
        ${Object.entries(worlds()).map(([world, name]) => html`<button key=${world} type="button"
          aria-pressed=${asked === world ? "true" : "false"} disabled=${asked !== null && !answer && !refused}
          onClick=${() => ask(world)}>${name}</button>`)}
      </div>
      <div role="status">
        ${asked && !answer && !refused && html`<p class="quiet">${t("The table is played again…")}</p>`}
        ${refused && html`<p class="refusal">${refused}</p>`}
        ${answer && html`<div class="two-worlds">
          <${World} debrief=${debrief} name=${t("As it was played")} ended=${answer.as_played} />
          <${World} debrief=${debrief} name=${worlds()[answer.world]} ended=${answer.other} />
        </div>
        ${answer.control && html`<p class="small">${t("Test of the rule: played again in its own world, this table ends with: {ending}", { ending: ending(answer.control) })}</p>`}`}
      </div>
    </section>
    <${Assumed} />
  </div>`;
}

const ending = (ended) => (ended.ending ? endingWords(ended.ending) : stateWords("playing"));

function World({ debrief, name, ended }) {
  return html`<section class="card" aria-label=${name}>
    <h4>${name}</h4>
    <p class="big-words">${ending(ended)}</p>
    <p>${nt("{n} round", "{n} rounds", ended.rounds, { n: ended.rounds })}</p>
    ${ended.worth && html`<ul>
      ${Object.entries(ended.worth).map(([role, worth]) => html`<li key=${role} class="sentence-line">
        ${t("{party}: {worth} of 100", { party: partyName(debrief.scenario, role), worth: points(worth) })}
      </li>`)}
    </ul>`}
  </section>`;
}

function Assumed() {
  return html`<details class="card">
    <summary>${t("What is assumed")}</summary>
    <ul>
      <li>${t("People make the same offers in the same order, and say the same words in the same rounds.")}</li>
      <li>${t("They say yes to whatever is worth as much as the least they accepted, and no to whatever is worth no more than the best they refused; where both hold, yes.")}</li>
      <li>${t("Between the two, and where their offers have run out, the program in their chair decides.")}</li>
      <li>${t("People sit at the table from the start, and nobody walks away by decision: what made them leave belongs to the world as it was.")}</li>
      <li>${t("The luck is the same. This is one story of what could have been, no proof of what would have been.")}</li>
    </ul>
  </details>`;
}
