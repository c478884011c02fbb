// The last offer as this seat heard it: its worth against my line, and what it does, issue by issue.
import { formatNumber, t } from "../i18n.js";
import { html } from "../ui.js";
import { Gauge } from "./gauge.js";
import { OthersEstimate } from "./others_estimate.js";
import { InterestMeters } from "./interest_meters.js";
import { partyName, points } from "./names.js";
import { PackageList } from "./package_list.js";
import { offerBefore } from "./past.js";

export function Heard({ view }) {
  const { offer, scenario, brief, me } = view;
  const own = offer.speaker === me.role;
  const title = own
    ? t("Your offer is on the table")
    : t("{party}: the offer as you heard it", { party: partyName(scenario, offer.speaker) });
  return html`<div class="heard">
    <h3 class="sentence">${title}</h3>
    ${brief && offer.worth !== null && html`<${Worth} offer=${offer} line=${brief.line} />`}
    ${scenario.noise && !own && me.kind !== "observer" && html`<p class="hint">${t("You may have misheard some of it.")}</p>`}
    <${PackageList} scenario=${scenario} brief=${brief} choice=${offer.package} before=${offerBefore(view, offer.speaker)} />
    ${brief && html`<details>
      <summary>${t("What it does to my interests")}</summary>
      <${InterestMeters} view=${view} choice=${offer.package} other=${null} />
    </details>`}
    ${me.kind === "mediator" && html`<${OthersEstimate} view=${view} choice=${offer.package} />`}
  </div>`;
}

function Worth({ offer, line }) {
  const words = t("Worth to me: {worth} of 100", { worth: points(offer.worth) });
  const gap = Math.round((offer.worth - line) * 100);
  return html`<div class="total">
    <p class="total-worth">${words}</p>
    <${Gauge} worth=${offer.worth} line=${line} other=${offer.last_worth} label=${words} />
    <p class="total-others">
      <span class=${gap >= 0 ? "helps" : "harms"}>
        ${gap >= 0 ? t("{n} above my line", { n: formatNumber(gap) }) : t("{n} below my line", { n: formatNumber(-gap) })}
      </span>
      <span class="key line">${t("my line: {line}", { line: points(line) })}</span>
      ${offer.last_worth !== null && html`<span class="key other">
        ${t("the offer before: {worth}", { worth: points(offer.last_worth) })}
      </span>`}
    </p>
  </div>`;
}
