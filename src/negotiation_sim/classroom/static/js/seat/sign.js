// The text as written beside what I heard: sign it or withdraw.
import { nt, t } from "../i18n.js";
import { html, useState } from "../ui.js";
import { Confirm } from "./confirm.js";
import { optionName, points } from "./names.js";

export function Sign({ view, act }) {
  const { scenario, offer, brief } = view;
  const [asking, setAsking] = useState(false);
  const written = offer.written ?? offer.package;
  const wrong = scenario.issues.filter(({ id }) => written[id] !== offer.package[id]);
  const sign = (yes) => {
    setAsking(false);
    act({ do: "sign", yes });
  };
  return html`<div class="sign stack">
    <h3>${t("This is the text as written")}</h3>
    <p class=${wrong.length ? "refusal" : "note"}>
      ${wrong.length
        ? nt("You misheard {n} issue. Read it before you sign.", "You misheard {n} issues. Read them before you sign.", wrong.length, {
            n: wrong.length,
          })
        : t("It is what you heard.")}
    </p>
    <dl class="package">
      ${scenario.issues.map((issue) => {
        const misheard = written[issue.id] !== offer.package[issue.id];
        return html`<div key=${issue.id} class=${misheard ? "package-row misheard" : "package-row"}>
          <dt>${issue.label}</dt>
          <dd>
            <strong>${optionName(issue, written[issue.id])}</strong>
            ${misheard && html`<span class="was">
              ${t("you heard: {option}", { option: optionName(issue, offer.package[issue.id]) })}
            </span>`}
          </dd>
        </div>`;
      })}
    </dl>
    ${brief && html`<p>
      <strong>${t("Worth to me as written: {worth} of 100", { worth: points(offer.written_worth ?? offer.worth) })}</strong>
      <br />
      ${t("As heard: {worth}. My line: {line}.", { worth: points(offer.worth), line: points(brief.line) })}
    </p>`}
    <div class="decide" role="group" aria-label=${t("Your answer")}>
      <button type="button" class="large yes" onClick=${() => setAsking(true)}>${t("Sign")}</button>
      <button type="button" class="large no" onClick=${() => sign(false)}>${t("Withdraw")}</button>
    </div>
    ${asking && html`<${Confirm}
      title=${t("Sign the text as written?")}
      yes=${t("Sign")}
      onYes=${() => sign(true)}
      onNo=${() => setAsking(false)}
    >
      <p>${t("If enough sides sign, this is the agreement.")}</p>
    </${Confirm}>`}
  </div>`;
}
