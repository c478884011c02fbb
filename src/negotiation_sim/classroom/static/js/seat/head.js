// The head of the seat: who I am, which round, what is due now in one sentence, and my line.
import { t } from "../i18n.js";
import { html, useEffect } from "../ui.js";
import { points } from "./names.js";
import { phaseSentence, placeOfMove, talksGoOn } from "./phase.js";

export function Head({ view, shown, onGo }) {
  const mine = talksGoOn(view) && view.my_move;
  const place = placeOfMove(view.my_move);
  useTitle(view, mine);
  return html`<header class=${mine ? "head mine" : "head"}>
    <div class="head-facts">
      <strong class="role">${roleWords(view)}</strong>
      <span>${view.table.name}</span>
      ${view.rounds && view.phase !== "lobby" && html`<span>${t("Round {n} of {all}", { n: view.round, all: view.rounds })}</span>`}
      ${view.stage && html`<span>${view.stage}</span>`}
      ${view.brief && !view.result && html`<span>${t("My line: {line}", { line: points(view.brief.line) })}</span>`}
    </div>
    <p class="phase" role="status" aria-live="polite">${phaseSentence(view)}</p>
    ${typeof view.nudge === "string" && html`<p class="nudge" role="status">
      ${view.nudge.trim()
        ? t("The trainer: {words}", { words: view.nudge })
        : t("The trainer asks you to go on: the others are waiting.")}
    </p>`}
    ${mine && place !== shown && html`<button type="button" class="primary go" onClick=${() => onGo(place)}>${t("Go there")}</button>`}
  </header>`;
}

/** The name of the tab calls a person back who looks at something else. */
function useTitle(view, mine) {
  useEffect(() => {
    document.title = mine ? t("● Your turn – {table}", { table: view.table.name }) : view.table.name;
  }, [mine, view.table.name]);
}

function roleWords({ me }) {
  return me.kind === "observer" ? t("Observer") : me.label;
}
