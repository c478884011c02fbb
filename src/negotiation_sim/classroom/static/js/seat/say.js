// "Say something": up to 280 characters, to everybody or to one seat alone.
import { nt, t } from "../i18n.js";
import { html, useState } from "../ui.js";
import { useKept } from "./kept.js";

const LONGEST = 280;

export function Say({ view, act, open }) {
  const { me } = view;
  const [text, setText] = useKept(`say-${view.table.id}-${me.role}`, "");
  const [to, setTo] = useState(null);
  const [sent, setSent] = useState("");
  const others = view.seats.filter(({ role, human }) => role !== me.role && (human || role === "mediator"));
  const rest = LONGEST - [...text].length;
  const say = async (event) => {
    event.preventDefault();
    const answer = await act({ do: "say", to, text: text.trim() });
    if (!answer.ok) return;
    setText("");
    setSent(to === null ? t("Said to everybody.") : t("Said in private."));
  };
  return html`<form class="say" onSubmit=${say}>
    <h3>${t("Say something")}</h3>
    <fieldset class="choices">
      <legend>${t("To whom")}</legend>
      <label class=${to === null ? "choice chosen" : "choice"}>
        <input type="radio" name="say-to" checked=${to === null} onChange=${() => setTo(null)} /> ${t("everybody")}
      </label>
      ${others.map(({ role, label }) => html`<label key=${role} class=${to === role ? "choice chosen private" : "choice"}>
        <input type="radio" name="say-to" checked=${to === role} onChange=${() => setTo(role)} />
        ${t("{party} (private)", { party: label })}
      </label>`)}
    </fieldset>
    <label for="say-text">${to === null ? t("Words for everybody") : t("Private words, hidden from the others")}</label>
    <textarea id="say-text" rows="3" maxlength=${LONGEST} value=${text} onInput=${(event) => setText(event.target.value)}></textarea>
    <p class="hint">${nt("{n} character left", "{n} characters left", rest, { n: rest })}</p>
    <button type="submit" class="primary" disabled=${!open || !text.trim() || rest < 0}>${t("Say it")}</button>
    <p class="hint" role="status">${sent}</p>
  </form>`;
}
