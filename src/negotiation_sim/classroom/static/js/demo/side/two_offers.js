// The offers of one round in both negotiations: said, understood, answered; what differs is marked.
import { t } from "../../i18n.js";
import { html } from "../../ui.js";
import { agreed, answerWord, ending } from "../one/ending.js";
import { IssueName } from "../one/issue_name.js";
import { Heard } from "../one/offers.js";
import { bare, unitsOf } from "../one/units.js";
import { changedTitle } from "./change_name.js";
import { same } from "./difference.js";

export function TwoOffers({ kinds, answer: { left, right, changed }, round, parted }) {
  const { labels } = left;
  const [mine, theirs] = [left.rounds[round - 1], right.rounds[round - 1]];
  const units = unitsOf([...left.rounds, ...right.rounds]);
  const apart = parted >= 0 && round - 1 >= parted;
  const arms = [
    { kind: kinds[0], title: t("As set"), talks: left, now: mine, other: apart ? theirs : mine },
    { kind: kinds[1], title: changedTitle(changed), talks: right, now: theirs, other: apart ? mine : theirs },
  ].map((arm) => ({ ...arm, listeners: Object.keys((arm.now || arm.other).heard) }));
  const columns = 1 + Math.max(...arms.map(({ listeners }) => listeners.length));
  return html`<table style=${{ "--columns": columns }}>
    <thead>
      <tr>
        <td class="corner"></td>
        ${arms.map(({ kind, title, talks, listeners }) => html`
          <th scope="colgroup" colspan=${1 + listeners.length} class="arm kind-${kind}">${title}
            <span class="fate ${agreed(talks) ? "good" : "warn"}">${ending(talks)}</span>
          </th>`)}
      </tr>
      <tr>
        <th scope="col" class="corner">${t("Issue")}</th>
        ${arms.map(({ kind, now, other, listeners }) => html`
          <th scope="col" class="first kind-${kind}">${t("{party} said", { party: labels.parties[(now || other).speaker] })}</th>
          ${listeners.map((role) => html`<th scope="col">${t("{party} understood", { party: labels.parties[role] })}</th>`)}`)}
      </tr>
    </thead>
    <tbody>
      ${Object.keys((mine || theirs).said).map((issue) => html`<tr>
        <${IssueName} name=${labels.issues[issue]} unit=${units[issue]} option=${(mine || theirs).said[issue]} />
        ${arms.map((arm) => html`<${Cells} ...${arm} issue=${issue} unit=${units[issue]} />`)}
      </tr>`)}
    </tbody>
    <tfoot><tr>
      <th scope="row">${t("Answer")}</th>
      ${arms.map(({ kind, now, other, listeners }) => html`
        <td class="first kind-${kind}">${now ? "" : t("already over")}</td>
        ${listeners.map((role) => html`<td class=${now && now.answers[role] !== other?.answers[role] ? "differs" : undefined}>
          <strong>${answerWord(now?.answers[role])}</strong>
        </td>`)}`)}
    </tr></tfoot>
  </table>`;
}

function Cells({ kind, issue, unit, now, other, listeners }) {
  if (!now) return html`<td class="first kind-${kind}">–</td>${listeners.map(() => html`<td>–</td>`)}`;
  return html`
    <td class="first kind-${kind} ${now.said[issue] === other?.said[issue] ? "" : "differs"}"><strong>${bare(now.said[issue], unit)}</strong></td>
    ${listeners.map((role) => html`<${Heard} option=${bare(now.heard[role][issue], unit)} wrong=${now.wrong[role]?.includes(issue)}
      differs=${!same(now.heard[role][issue], other?.heard[role]?.[issue])} />`)}`;
}
