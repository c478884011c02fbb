// Who trusts whom, this round, and how it moved since the first.
import { percent, signed, t } from "../../i18n.js";
import { html } from "../../ui.js";

export function Trust({ labels, trust, before }) {
  const pairs = Object.keys(trust).map((pair) => pair.split(">"));
  const who = [...new Set(pairs.map(([from]) => from))];
  return html`<div class="trust">
    ${who.map((from) => html`<section>
      <h2>${t("How much {party} trusts", { party: labels.parties[from] })}</h2>
      <ul>
        ${pairs.filter(([truster]) => truster === from).map(([, to]) => html`<${Row} name=${labels.parties[to]}
          value=${trust[`${from}>${to}`]} before=${before[`${from}>${to}`]} />`)}
      </ul>
    </section>`)}
    <p class="small quiet">${t("In brackets: points gained or lost since the first round.")}</p>
  </div>`;
}

function Row({ name, value, before }) {
  const moved = Math.round((value - before) * 100);
  return html`<li>
    <span>${name}</span>
    <span class="level"><span style=${{ width: `${value * 100}%` }}></span></span>
    <span class="reading"><strong>${percent(value)}</strong> ${moved !== 0 && html`<span>(${signed(moved)})</span>`}</span>
  </li>`;
}
