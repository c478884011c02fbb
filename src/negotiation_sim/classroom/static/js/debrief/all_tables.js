// All tables: the plane beside the list of what each won, how fast, and by how much talk of interests.
import { formatNumber, nt, percent, t } from "../i18n.js";
import { html } from "../ui.js";
import { AxisChoice, axesOf } from "./axis_choice.js";
import { UtilityPlane } from "./utility_plane.js";
import { causeWords, hasDeal, resultWords, shareWords } from "./words.js";

export function AllTables({ debrief, place, go }) {
  const axes = axesOf(debrief, place);
  return html`<div class="all-tables">
    <section class="card" aria-label=${t("What was possible, and what was reached")}>
      <div class="row spread">
        <h3>${t("What was possible, and what was reached")}</h3>
        <${AxisChoice} debrief=${debrief} axes=${axes} go=${go} />
      </div>
      <${UtilityPlane} debrief=${debrief} axes=${axes} />
      <p class="quiet small">${zoneWords(debrief)}</p>
    </section>
    <section class="card" aria-label=${t("The tables")}>
      <h3>${headline(debrief.tables)}</h3>
      <${TableList} debrief=${debrief} go=${go} />
      <${WithoutDeal} tables=${debrief.tables} />
    </section>
  </div>`;
}

function zoneWords({ space }) {
  const zone = space.has_zone
    ? t("Grey dots: possible packages. Dashed lines: what each of the two has without a deal. In the green field both do better with a deal.")
    : t("Grey dots: possible packages. Dashed lines: what each of the two has without a deal. No package is better than no deal for every side.");
  return space.exact ? zone : [zone, t("There are too many packages to show: a regular sample of them is drawn.")].join(" ");
}

function headline(tables) {
  const ended = tables.filter(({ ending }) => ending);
  if (!ended.length) return t("No table has finished yet.");
  const deals = ended.filter(hasDeal).length;
  return nt("{deals} of {n} finished table found a deal", "{deals} of {n} finished tables found a deal", ended.length, { deals, n: ended.length });
}

function WithoutDeal({ tables }) {
  const causes = [...new Set(tables.map(({ cause }) => cause).filter(Boolean))];
  if (!causes.length) return null;
  const named = (cause) => tables.filter((table) => table.cause === cause).map(({ name }) => name).join(", ");
  return html`<h3>${t("Why no deal")}</h3>
    <dl class="causes">
      ${causes.map((cause) => html`<div key=${cause}><dt>${named(cause)}</dt><dd>${causeWords(cause)}</dd></div>`)}
    </dl>`;
}

function TableList({ debrief, go }) {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("The tables")}>
    <table class="tables">
      <thead><tr>
        <th scope="col">${t("Table")}</th>
        <th scope="col">${t("Result")}</th>
        <th scope="col">${t("Share of the gains")}</th>
        <th scope="col">${t("Rounds")}</th>
        <th scope="col">${t("Minutes")}</th>
        <th scope="col">${t("Interests told")}</th>
        <th scope="col">${t("Misheard")}</th>
      </tr></thead>
      <tbody>
        ${debrief.tables.map((table) => html`<tr key=${table.id} class=${table.id === debrief.my_table ? "mine" : ""}>
          <th scope="row">
            <button type="button" class="plain" onClick=${() => go({ tab: "one", table: table.id })}>${table.name}</button>
            ${table.id === debrief.my_table && html` <span class="small">${t("my table")}</span>`}
          </th>
          <td>${resultWords(table)}</td>
          <td>${shareWords(table.share)}</td>
          <td>${table.rounds}</td>
          <td>${table.minutes === null ? "–" : formatNumber(table.minutes, 1)}</td>
          <td>${table.talk.interests}</td>
          <td>${table.hearing.misheard === null ? "–" : percent(table.hearing.misheard)}</td>
        </tr>`)}
      </tbody>
    </table>
  </div>`;
}
