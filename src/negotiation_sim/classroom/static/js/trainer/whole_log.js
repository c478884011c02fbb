// The whole log of a table, the newest round first; private words are marked with who could read them.
import { t } from "../i18n.js";
import { EntrySentence } from "../seat/entry.js";
import { weightWords } from "../seat/endings.js";
import { Rounds } from "../seat/log.js";
import { partyName, partyNames, points } from "../seat/names.js";
import { html } from "../ui.js";
import { SaidAndHeard } from "./last_offer.js";

export function WholeLog({ view }) {
  return html`<${Rounds} view=${view} Entry=${Entry} />`;
}

function Entry({ view, entry }) {
  if (entry.kind === "offered") {
    const wrong = Object.values(entry.heard ?? {}).some((heard) => view.scenario.issues.some(({ id }) => heard[id] !== entry.package[id]));
    return html`<details>
      <summary>
        <span class="sentence">${t("{party}: an offer", { party: partyName(view.scenario, entry.speaker) })}</span>
        ${wrong && html` <span class="misheard">${t("misheard")}</span>`}
      </summary>
      <${SaidAndHeard} view=${view} entry=${entry} />
    </details>`;
  }
  if (entry.kind === "line")
    return html`<span class="quiet">${t("{party}: the line moved from {before} to {after}", {
      party: partyName(view.scenario, entry.party),
      before: points(entry.before),
      after: points(entry.after),
    })}</span>`;
  if (entry.kind === "told" || entry.kind === "relayed")
    return html`<${EntrySentence} view=${view} entry=${entry} />
      ${misheard(entry).map(([role, word]) => html` <span key=${role} class="misheard">
        ${t("{party} heard: {weight}", { party: partyName(view.scenario, role), weight: weightWords(word) })}
      </span>`)}`;
  return html`<${EntrySentence} view=${view} entry=${entry} />
    ${entry.kind === "said" && entry.only && html` <span class="quiet small">
      ${t("only for: {parties}", { parties: partyNames(view.scenario, entry.only) })}
    </span>`}`;
}

/** Who made something else of the word for how much an interest matters. */
const misheard = ({ heard, weight }) => Object.entries(heard ?? {}).filter(([, word]) => word !== weight);
