// One table: what each side got, who gave way on what, and everything that was said and heard.
import { getJson } from "../http.js";
import { formatNumber, lang, nt, t } from "../i18n.js";
import { Gauge } from "../seat/gauge.js";
import { partyName, points } from "../seat/names.js";
import { PackageList } from "../seat/package_list.js";
import { WholeLog } from "../trainer/whole_log.js";
import { html, useEffect, useState } from "../ui.js";
import { TableChoice } from "./table_choice.js";
import { Trades } from "./trades.js";
import { causeWords, resultWords } from "./words.js";

export function OneTable({ debrief, table, go }) {
  return html`<div class="one-table">
    <section class="card" aria-label=${table.name}>
      <${TableChoice} debrief=${debrief} table=${table} go=${go} />
      <h3>${resultWords(table)}</h3>
      ${table.cause && html`<p class="note">${causeWords(table.cause)}</p>`}
      ${table.cause && debrief.space.better && html`<${BetterForAll} debrief=${debrief} better=${debrief.space.better} />`}
      <${Facts} table=${table} />
      <${Sides} debrief=${debrief} table=${table} />
      <${Trades} debrief=${debrief} table=${table} />
    </section>
    <section class="card" aria-label=${t("What was said and heard")}>
      <h3>${t("What was said and heard")}</h3>
      <${Log} key=${table.id} table=${table} />
    </section>
  </div>`;
}

function BetterForAll({ debrief, better }) {
  return html`<details>
    <summary>${t("A package that would have been better for all")}</summary>
    <${PackageList} scenario=${debrief.scenario} choice=${better.package} />
    <ul>
      ${Object.entries(better.worth).map(([role, worth]) => html`<li key=${role} class="sentence-line">
        ${t("{party}: {worth} of 100", { party: partyName(debrief.scenario, role), worth: points(worth) })}
      </li>`)}
    </ul>
  </details>`;
}

function Facts({ table }) {
  return html`<ul class="facts">
    <li>${nt("{n} round", "{n} rounds", table.rounds, { n: table.rounds })}</li>
    ${table.minutes !== null && html`<li>${t("{n} minutes", { n: formatNumber(table.minutes, 1) })}</li>`}
    ${table.takeovers > 0 && html`<li>${nt("{n} time the program and people changed places", "{n} times the program and people changed places", table.takeovers, { n: table.takeovers })}</li>`}
    <li>${nt("interests told {n} time", "interests told {n} times", table.talk.interests, { n: table.talk.interests })}</li>
    <li>${nt("{n} message", "{n} messages", table.talk.messages, { n: table.talk.messages })}</li>
  </ul>`;
}

function Sides({ debrief, table }) {
  return html`<ul class="sides-got">
    ${Object.keys(table.line).map((role) => {
      const line = table.line[role];
      const worth = table.worth?.[role] ?? null;
      const party = partyName(debrief.scenario, role);
      const words = worth === null
        ? t("{party}: {line} of 100 without a deal", { party, line: points(line) })
        : t("{party}: {worth} of 100, without a deal {line}", { party, worth: points(worth), line: points(line) });
      return html`<li key=${role}>
        <span class="sentence">${words}</span>
        <span class="small quiet who">${table.people[role] ? t("people") : t("the program")}</span>
        <${Gauge} worth=${worth} line=${line} label=${words} />
      </li>`;
    })}
  </ul>`;
}

function Log({ table }) {
  const [view, setView] = useState(null);
  const [refused, setRefused] = useState("");
  useEffect(() => {
    let wanted = true;
    getJson(`/api/t/${table.id}/whole?lang=${lang}`).then(
      (answer) => wanted && setView(answer),
      (refusal) => wanted && setRefused(refusal.message),
    );
    return () => {
      wanted = false;
    };
  }, [table.id]);
  if (refused) return html`<p class="refusal" role="alert">${refused}</p>`;
  if (!view) return html`<p class="quiet" role="status">${t("One moment…")}</p>`;
  return html`<div class="log-room" tabindex="0" role="group" aria-label=${t("What was said and heard")}><${WholeLog} view=${view} /></div>`;
}
