// A guess from 0 to 100: a slider for the thumb, a number for the exact.
import { postJson } from "../http.js";
import { formatNumber, t } from "../i18n.js";
import { html, useState } from "../ui.js";

const MOST = 100;
const START = 50;

/** mine: my guess so far as a share, or null; onPoll: told what the server answered. */
export function GuessForm({ code, mine, onPoll }) {
  const [chosen, setChosen] = useState(null);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState("");
  const sent = mine === null ? null : Math.round(mine * MOST);
  const guess = chosen ?? sent ?? START;
  const choose = (event) => setChosen(Math.min(MOST, Math.max(0, Math.round(Number(event.currentTarget.value) || 0))));

  async function send(event) {
    event.preventDefault();
    setSending(true);
    try {
      const { poll } = await postJson(`/api/polls/${code}/guess`, { guess: guess / MOST });
      setRefusal("");
      onPoll(poll);
    } catch (error) {
      setRefusal(error.message);
    }
    setSending(false);
  }

  return html`<form class="guess stack" onSubmit=${send}>
    <label for="guess">${t("My guess: how many of 100?")}</label>
    <input class="number" id="guess" type="number" inputmode="numeric" min="0" max=${MOST} step="1" value=${guess}
      onChange=${choose} />
    <input type="range" min="0" max=${MOST} step="1" value=${guess} aria-label=${t("My guess: how many of 100?")}
      onInput=${choose} />
    <div class="ends quiet" aria-hidden="true"><span>${formatNumber(0)}</span><span>${formatNumber(MOST)}</span></div>
    <button class="primary" disabled=${sending || guess === sent}>
      ${sent === null ? t("Send my guess") : t("Change my guess")}
    </button>
    <p role="status">
      ${sent !== null && t("You guessed {n}. You can change it until the answer is shown.", { n: formatNumber(sent) })}
    </p>
    ${refusal && html`<p class="refusal" role="alert">${refusal}</p>`}
  </form>`;
}
