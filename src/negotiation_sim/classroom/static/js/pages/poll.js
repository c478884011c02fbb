// /poll/{CODE}: a phone guesses; once the trainer reveals it, it shows the answer among all guesses.
import { questionOf } from "../demo/predict/panel.js";
import { getJson } from "../http.js";
import { percent, t } from "../i18n.js";
import { mountPage } from "../page.js";
import { Distribution } from "../poll/distribution.js";
import { GuessForm } from "../poll/form.js";
import { useSocket } from "../socket.js";
import { html, useEffect, useState } from "../ui.js";

function Poll({ data }) {
  const code = data.code.toUpperCase();
  const [poll, setPoll] = useState(null);
  const [refusal, setRefusal] = useState("");
  // The first look brings the cookie that makes this phone's guesses one guess; only then may it listen.
  useEffect(() => {
    getJson(`/api/polls/${code}`).then((answer) => setPoll(answer.poll), (error) => setRefusal(error.message));
  }, [code]);
  useSocket(poll ? `/ws/poll/${code}` : "", {
    onMessage: (message) => setPoll(message.poll),
    onEnd: () => setRefusal(t("This question is over.")),
  });

  if (refusal) return html`<p class="refusal" role="alert">${refusal}</p>`;
  if (!poll) return html`<p role="status">${t("One moment …")}</p>`;
  return html`<div class="poll card stack">
    <h2>${questionOf(poll.question)}</h2>
    ${poll.state === "open" && html`<${GuessForm} code=${code} mine=${poll.mine} onPoll=${setPoll} />`}
    ${poll.state === "closed" && html`<p role="status">${t("The guessing is over.")}</p>`}
    ${poll.state === "revealed" && html`<${Answer} ...${poll} />`}
  </div>`;
}

function Answer({ answer, mine, guesses }) {
  return html`
    <p class="answer" role="status">${t("The model says {rate}.", { rate: percent(answer) })}</p>
    ${mine !== null && html`<p>${t("You guessed {guess}.", { guess: percent(mine) })}</p>`}
    <${Distribution} guesses=${guesses} mine=${mine} answer=${answer} />`;
}

mountPage(Poll, { title: () => t("Predict first") });
