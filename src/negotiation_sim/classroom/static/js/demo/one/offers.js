// An offer as it was said and as each listener understood it, issue by issue, and what they answered.
import { t } from "../../i18n.js";
import { html } from "../../ui.js";
import { answerWord } from "./ending.js";
import { IssueName } from "./issue_name.js";
import { bare, unitsOf } from "./units.js";

export function Offers({ answer: { labels, rounds }, round }) {
  const units = unitsOf(rounds);
  const listeners = Object.keys(round.heard);
  return html`<div class="offers" tabindex="0" role="group" aria-label=${t("The offer of this round as said and as understood")}>
    <table style=${{ "--columns": 1 + listeners.length }}>
      <thead>
        <tr>
          <td class="corner"></td>
          <th scope="col">${t("Said by")}</th>
          <th scope="colgroup" colspan=${listeners.length}>${t("Understood by")}</th>
        </tr>
        <tr>
          <th scope="col" class="corner">${t("Issue")}</th>
          <th scope="col">${labels.parties[round.speaker]}</th>
          ${listeners.map((role) => html`<th scope="col">${labels.parties[role]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${Object.entries(round.said).map(([issue, option]) => html`<tr>
          <${IssueName} name=${labels.issues[issue]} unit=${units[issue]} option=${option} />
          <td><strong>${bare(option, units[issue])}</strong></td>
          ${listeners.map((role) => html`<${Heard} option=${bare(round.heard[role][issue], units[issue])}
            wrong=${round.wrong[role]?.includes(issue)} />`)}
        </tr>`)}
      </tbody>
      <tfoot><tr>
        <th scope="row">${t("Answer")}</th>
        <td></td>
        ${listeners.map((role) => html`<td><strong>${answerWord(round.answers[role])}</strong></td>`)}
      </tr></tfoot>
    </table>
    ${round.sentences?.length > 0 && html`<p class="sentences">${round.sentences.join(" ")}</p>`}
  </div>`;
}

/** What one listener understood; a mark and words beside the colour say when it is not what was said. */
export function Heard({ option, wrong, differs }) {
  const look = `${wrong ? "misheard" : "quiet"} ${differs ? "differs" : ""}`;
  return wrong
    ? html`<td class=${look}><span aria-hidden="true">≠ </span><span class="hear">${t("understood differently:")} </span>${option}</td>`
    : html`<td class=${look}>${option}</td>`;
}
