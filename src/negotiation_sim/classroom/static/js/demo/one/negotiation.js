// One negotiation, round by round: said beside understood, and a picture of what lies behind it.
import { formatNumber, t } from "../../i18n.js";
import { html } from "../../ui.js";
import { useAnswer } from "../answer.js";
import { Lesson } from "../lesson.js";
import { Scrubber } from "../scrubber.js";
import { armOf } from "../settings.js";
import { Waiting } from "../waiting.js";
import { agreed, ending } from "./ending.js";
import { Offers } from "./offers.js";
import { Pictures } from "./pictures.js";

export function OneNegotiation({ settings, change, talks }) {
  const { answer, refusal, waiting } = useAnswer("negotiation", { ...talks, run: settings.run, arm: armOf(settings) });
  const rounds = answer?.rounds.length || 0;
  const round = Math.min(Math.max(settings.round, 1), Math.max(rounds, 1));
  return html`<section class="card one" role="tabpanel" id="panel-one" aria-labelledby="tab-one" aria-busy=${waiting}>
    <div class="top">
      ${answer &&
      html`<p class="outcome">
        <strong>${t("Negotiation {n}", { n: formatNumber(settings.run + 1) })}</strong>
        <span class=${agreed(answer) ? "good" : "warn"}>${ending(answer)}</span>
      </p>`}
      ${rounds > 0 && html`<${Scrubber} round=${round} rounds=${rounds} onMove=${(next) => change({ round: next })} />`}
      <button type="button" onClick=${() => change({ run: settings.run + 1, round: 1 })}>${t("Next negotiation")}</button>
    </div>
    ${refusal && html`<p class="refusal" role="alert">${refusal}</p>`}
    ${!answer && !refusal && html`<${Waiting} />`}
    ${rounds > 0 &&
    html`
      <div class="behind">
        <${Offers} answer=${answer} round=${answer.rounds[round - 1]} />
        <${Pictures} answer=${answer} round=${round} shown=${settings.picture} onShow=${(picture) => change({ picture })} />
      </div>
      <${Lesson}>${t("Red cells were understood otherwise than said. Sides answer what they understood.")}<//>`}
  </section>`;
}
