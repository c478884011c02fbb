// Yes or no to the offer as I heard it.
import { t } from "../i18n.js";
import { html, useState } from "../ui.js";
import { Confirm } from "./confirm.js";
import { PackageList } from "./package_list.js";
import { points } from "./names.js";

export function Answer({ view, act }) {
  const [asking, setAsking] = useState(false);
  const answer = (yes) => {
    setAsking(false);
    act({ do: "answer", yes });
  };
  return html`<div class="decide" role="group" aria-label=${t("Your answer")}>
    <button type="button" class="large yes" onClick=${() => setAsking(true)}>${t("Accept")}</button>
    <button type="button" class="large no" onClick=${() => answer(false)}>${t("Refuse")}</button>
    ${asking && html`<${Confirm}
      title=${t("Accept this offer?")}
      yes=${t("Accept")}
      onYes=${() => answer(true)}
      onNo=${() => setAsking(false)}
    >
      ${view.brief && html`<p>
        ${t("Worth to me: {worth} of 100. My line: {line}.", { worth: points(view.offer.worth), line: points(view.brief.line) })}
      </p>`}
      <${PackageList} scenario=${view.scenario} choice=${view.offer.package} />
    </${Confirm}>`}
  </div>`;
}
