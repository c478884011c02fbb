// Who sits at the table: people or the program, and what each answered.
import { percent, t } from "../i18n.js";
import { html } from "../ui.js";
import { answerWords } from "./endings.js";

function whoWords(view, role, human, present) {
  if (!present) return t("left the table");
  if (!human) return t("played by the program");
  const names = (view.people ?? []).filter((person) => person.role === role).map(({ name }) => name);
  return names.length ? names.join(", ") : t("played by people");
}

export function Seats({ view }) {
  return html`<div class="seats">
    <h3>${t("At this table")}</h3>
    <ul>
      ${view.seats.map(
        ({ role, label, human, present, answer }) => html`<li key=${role} class=${present ? "" : "gone"}>
          <strong>${label}</strong>
          <span class="quiet">${whoWords(view, role, human, present)}</span>
          ${answer && html`<span class="tag">${answerWords(answer)}</span>`}
          ${role === view.me.role && html`<span class="tag me">${t("you")}</span>`}
          ${view.trust?.[role] !== undefined && view.me.kind === "side" && html`<span class="quiet">
            ${t("my trust: {share}", { share: percent(view.trust[role]) })}
          </span>`}
        </li>`,
      )}
    </ul>
  </div>`;
}
