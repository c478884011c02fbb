// The trades in a deal: issues on which one side got what it wanted and another gave way.
import { t } from "../i18n.js";
import { optionName, partyNames } from "../seat/names.js";
import { html } from "../ui.js";

export function Trades({ debrief, table }) {
  const { issues } = debrief.scenario;
  if (!table.package) return null;
  return html`<h3>${t("What was signed")}</h3>
    <ul class="signed">
      ${issues.filter(({ id }) => table.package[id] !== undefined).map((issue) => {
        const trade = table.trades.find((one) => one.issue === issue.id);
        return html`<li key=${issue.id}>
          <strong class="sentence">${issue.label}</strong> ${optionName(issue, table.package[issue.id])}
          ${trade && html`<span class="trade small">${t("got it: {winners}; gave way: {givers}", {
            winners: partyNames(debrief.scenario, trade.got),
            givers: partyNames(debrief.scenario, trade.gave),
          })}</span>`}
        </li>`;
      })}
    </ul>
    ${table.trades.length === 0 && html`<p class="quiet">${t("No trade is seen: on no issue did one side get nearly all and another nearly nothing.")}</p>`}`;
}
