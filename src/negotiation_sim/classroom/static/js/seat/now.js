// What is on the table now: the offer and the answer to it, the text to sign, the mediator's efforts, the result.
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { Answer } from "./answer.js";
import { Efforts } from "./efforts_form.js";
import { Heard } from "./heard.js";
import { Leave } from "./leave.js";
import { talksGoOn } from "./phase.js";
import { Result } from "./result.js";
import { Seats } from "./seats.js";
import { Sign } from "./sign.js";

export function Now({ view, act, onGo }) {
  const going = talksGoOn(view);
  return html`
    ${!going && view.phase !== "lobby" && html`<${Result} view=${view} />`}
    ${view.phase === "lobby" && html`<${Welcome} view=${view} />`}
    ${going && view.my_move === "sign" && html`<${Sign} view=${view} act=${act} />`}
    ${going && view.my_move === "efforts" && html`<${Efforts} view=${view} act=${act} />`}
    ${view.offer && view.my_move !== "sign" && !view.result && html`<${Heard} view=${view} />`}
    ${going && view.my_move === "answer" && html`<${Answer} view=${view} act=${act} />`}
    ${!view.offer && going && view.my_move !== "efforts" && html`<p class="quiet">
      ${t("Nothing has been offered yet.")}
    </p>`}
    ${going && view.my_move === "offer" && html`<p>
      <button type="button" class="primary" onClick=${() => onGo("offer")}>
        ${view.me.kind === "mediator" ? t("Write the text") : t("Write an offer")}
      </button>
    </p>`}
    <${Seats} view=${view} />
    ${going && view.me.kind === "side" && html`<${Leave} view=${view} act=${act} />`}
  `;
}

function Welcome({ view }) {
  return html`<div class="stack">
    <h3>${view.scenario.title}</h3>
    <p>${view.scenario.description}</p>
    ${view.brief && html`<p class="note">${t("Read your brief while you wait. It is only for you.")}</p>`}
    ${view.me.kind !== "observer" && html`<p>
      <a class="button" href="/survey/${view.table.id}?when=before">${t("Questions before the talks")}</a>
    </p>`}
  </div>`;
}
