// Predict first: the class guesses, then the curve is shown.
import { nt, percent, t } from "../../i18n.js";
import { html } from "../../ui.js";
import { Headline } from "../headline.js";
import { rateAt, ratesAt } from "../rates.js";
import { armOf } from "../settings.js";
import { middle } from "./guesses.js";
import { Hands } from "./hands.js";

const NEAR = 0.1;

export function PredictPanel({ answer, settings, change, guesses, poll }) {
  const end = () => change({ predict: "", hands: [], asked: 0, poll: "" });
  return settings.predict === "asking"
    ? html`<${Asking} answer=${answer} settings=${settings} change=${change} guesses=${guesses} poll=${poll} end=${end} />`
    : html`<${Shown} answer=${answer} settings=${settings} guesses=${guesses} end=${end} />`;
}

/** The question, as the trainer reads it out and phones show it. */
export function questionOf({ quality, mediator }) {
  return mediator
    ? t("Communication quality {quality}, with a mediator: how many of 100 negotiations end in agreement?", { quality: percent(quality) })
    : t("Communication quality {quality}, without a mediator: how many of 100 negotiations end in agreement?", { quality: percent(quality) });
}

function Asking({ answer, settings, change, guesses, poll, end }) {
  const reveal = () => {
    change({ predict: "shown", asked: settings.quality });
    poll.reveal(rateAt(answer, armOf(settings), settings.quality));
  };
  return html`<div class="predict">
    <p class="question"><strong>${questionOf(settings)}</strong></p>
    <${Hands} hands=${settings.hands} change=${change} />
    <div class="row">
      <button type="button" class="primary" disabled=${!guesses.length || !answer?.[armOf(settings)]} onClick=${reveal}>${t("Reveal")}</button>
      ${!poll.code && html`<button type="button" onClick=${poll.open}>${t("Ask the phones")}</button>`}
      <button type="button" onClick=${end}>${t("Cancel")}</button>
      <span class="quiet" role="status">${guesses.length > 0 && countOf(guesses)}</span>
    </div>
    ${poll.refusal && html`<p class="refusal" role="alert">${poll.refusal}</p>`}
  </div>`;
}

const countOf = (guesses) =>
  nt("{n} guess, the middle one is {guess}", "{n} guesses, the middle one is {guess}", guesses.length, {
    guess: percent(middle(guesses)),
  });

function Shown({ answer, settings, guesses, end }) {
  if (!answer?.[armOf(settings)]) return null;
  const truth = rateAt(answer, armOf(settings), settings.asked);
  const near = guesses.filter((guess) => Math.abs(guess - truth) <= NEAR).length;
  return html`
    <${Headline} here=${ratesAt(answer, settings.quality)} mediator=${settings.mediator} />
    <div class="verdict">
      ${guesses.length > 0 &&
      html`<p>
        ${t("The middle guess was {guess}, the model says {rate}.", { guess: percent(middle(guesses)), rate: percent(truth) })}
        ${" "}
        ${nt("{near} of {n} guess came within ten points.", "{near} of {n} guesses came within ten points.", guesses.length, { near })}
      </p>`}
      <button type="button" onClick=${end}>${t("Done")}</button>
    </div>`;
}
