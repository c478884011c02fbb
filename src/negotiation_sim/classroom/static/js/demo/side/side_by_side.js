// The same luck, one thing changed: two negotiations beside each other, and where they part.
import { t } from "../../i18n.js";
import { html } from "../../ui.js";
import { useAnswer } from "../answer.js";
import { Lesson } from "../lesson.js";
import { Scrubber } from "../scrubber.js";
import { CHANGES } from "../settings.js";
import { Waiting } from "../waiting.js";
import { changeName, kindsOf } from "./change_name.js";
import { firstDifference } from "./difference.js";
import { Strips } from "./strips.js";
import { TwoOffers } from "./two_offers.js";

export function SideBySide({ settings, change, talks }) {
  const { answer, refusal, waiting } = useAnswer("side_by_side", { ...talks, run: settings.run, change: settings.change });
  const rounds = answer ? Math.max(answer.left.rounds.length, answer.right.rounds.length) : 0;
  const round = Math.min(Math.max(settings.round, 1), Math.max(rounds, 1));
  const parted = answer ? firstDifference(answer.left, answer.right) : -1;
  const go = (next) => change({ round: next });
  return html`<section class="card side-by-side" role="tabpanel" id="panel-side" aria-labelledby="tab-side" aria-busy=${waiting}>
    <div class="top">
      <label class="what"><span class="name">${t("What changes")}</span>
        <select onChange=${(event) => change({ change: event.currentTarget.value, round: 1 })}>
          ${CHANGES.map((key) => html`<option value=${key} selected=${key === settings.change}>${changeName(key, settings.mediator)}</option>`)}
        </select>
      </label>
      ${rounds > 0 && html`<${Scrubber} round=${round} rounds=${rounds} onMove=${go} />`}
      <button type="button" onClick=${() => change({ run: settings.run + 1, round: 1 })}>${t("Next negotiation")}</button>
    </div>
    ${refusal && html`<p class="refusal" role="alert">${refusal}</p>`}
    ${!answer && !refusal && html`<${Waiting} />`}
    ${rounds > 0 &&
    html`
      <${Strips} kinds=${kindsOf(settings)} answer=${answer} round=${round} parted=${parted} onGo=${go} />
      <div class="two-offers" tabindex="0" role="group" aria-label=${t("The offers of this round in both negotiations")}><${TwoOffers} kinds=${kindsOf(settings)} answer=${answer} round=${round} parted=${parted} /></div>
      <${Lesson}>${lesson(parted)}<//>`}
  </section>`;
}

const lesson = (parted) =>
  parted < 0
    ? t("No difference: in this negotiation the change does not matter. Try the next one.")
    : t("Same luck, one change: they part in round {n}. Yellow cells differ from the other side.", { n: parted + 1 });
