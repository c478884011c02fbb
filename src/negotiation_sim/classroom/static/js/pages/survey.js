// /survey/{table}?when=before|after: five statements, one answer each, kept without a name.
import { postJson, getJson } from "../http.js";
import { t } from "../i18n.js";
import { mountPage } from "../page.js";
import { html, useEffect, useState } from "../ui.js";

const when = new URLSearchParams(location.search).get("when") === "after" ? "after" : "before";

function SurveyPage({ data }) {
  const [statements, setStatements] = useState(null);
  const [answers, setAnswers] = useState({});
  const [state, setState] = useState("open");
  const [refused, setRefused] = useState("");
  useEffect(() => {
    getJson("/api/statements").then(setStatements, (refusal) => setRefused(refusal.message));
  }, []);
  const send = async (event) => {
    event.preventDefault();
    setRefused("");
    setState("sending");
    try {
      await postJson(`/api/t/${data.table}/survey`, { when, answers });
      setState("kept");
    } catch (refusal) {
      setRefused(refusal.message);
      setState("open");
    }
  };
  const back = html`<a class="button" href="/t/${data.table}">${t("Back to the table")}</a>`;
  if (state === "kept") return html`<div class="card stack survey" role="status"><h2>${t("Thank you. Your answers are kept.")}</h2><p>${back}</p></div>`;
  if (!statements) return refused ? html`<p class="refusal" role="alert">${refused}</p>` : html`<p class="quiet" role="status">${t("One moment…")}</p>`;
  const left = statements.filter(({ key }) => !answers[key]).length;
  return html`<form class="stack survey" onSubmit=${send}>
    <div class="card">
      <h2>${when === "before" ? t("Before the talks") : t("After the talks")}</h2>
      <p>${t("How true is this of you? 1: not true at all, 5: entirely true. No name is kept with the answers.")}</p>
    </div>
    ${statements.map(({ key, text }) => html`<fieldset key=${key} class="card statement">
      <legend>${t(text)}</legend>
      <div class="scale">
        ${[1, 2, 3, 4, 5].map((n) => html`<label key=${n} class=${answers[key] === n ? "step chosen" : "step"}>
          <input type="radio" name=${key} value=${n} checked=${answers[key] === n}
            onChange=${() => setAnswers((old) => ({ ...old, [key]: n }))} />${n}
        </label>`)}
      </div>
      <div class="ends small quiet" aria-hidden="true"><span>${t("not true at all")}</span><span>${t("entirely true")}</span></div>
    </fieldset>`)}
    ${refused && html`<p class="refusal" role="alert">${refused}</p>`}
    <div class="row">
      <button type="submit" class="primary" disabled=${left > 0 || state === "sending"}>${t("Send my answers")}</button>
      ${back}
    </div>
  </form>`;
}

mountPage(SurveyPage, { title: () => t("Questionnaire") });
