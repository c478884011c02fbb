// How the talks ended for this seat, and where to go next.
import { signed, t } from "../i18n.js";
import { html } from "../ui.js";
import { endingWords } from "./endings.js";
import { Gauge } from "./gauge.js";
import { points } from "./names.js";
import { PackageList } from "./package_list.js";

export function Result({ view }) {
  const { result, scenario, brief, table } = view;
  return html`<div class="result stack">
    ${result && html`<p class="ending">${endingWords(result.ending)}</p>`}
    ${result && brief && result.worth !== null && result.worth !== undefined && html`<${Got} result=${result} />`}
    ${result && brief && (result.worth === null || result.worth === undefined) && result.line !== null && html`<p>
      ${t("Without a deal you have {line} of 100.", { line: points(result.line) })}
    </p>`}
    ${result?.package && html`<h3>${t("What was signed")}</h3>
      <${PackageList} scenario=${scenario} brief=${brief} choice=${result.package} />`}
    ${view.state === "paused" && html`<p>${t("You can read everything and prepare an offer while you wait.")}</p>`}
    ${view.state === "debrief" && html`<p class="row">
      <a class="button primary" href="/debrief/${table.id}">${t("Open the debrief")}</a>
    </p>`}
    ${["ended", "debrief"].includes(view.state) && view.me.kind !== "observer" && html`<p class="row">
      <a class="button" href="/survey/${table.id}?when=after">${t("Questions after the talks")}</a>
    </p>`}
    ${view.state === "ended" && html`<p class="quiet">${t("The trainer opens the debrief for all tables together.")}</p>`}
  </div>`;
}

function Got({ result }) {
  const words = t("You got {worth} of 100. Without a deal: {line}.", { worth: points(result.worth), line: points(result.line) });
  const gain = Math.round((result.worth - result.line) * 100);
  return html`<div class="total">
    <p class="total-worth">${words}</p>
    <${Gauge} worth=${result.worth} line=${result.line} label=${words} />
    <p class=${gain >= 0 ? "helps" : "harms"}>${t("{gain} compared with no deal", { gain: signed(gain) })}</p>
  </div>`;
}
