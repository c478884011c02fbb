// Walking away from the table.
import { t } from "../i18n.js";
import { html, useState } from "../ui.js";
import { Confirm } from "./confirm.js";
import { points } from "./names.js";

export function Leave({ view, act }) {
  const [asking, setAsking] = useState(false);
  const [leftIn, setLeftIn] = useState(null); // the round in which leaving was announced
  if (leftIn === view.round) return html`<p class="note" role="status">${t("You leave the table at the end of this round.")}</p>`;
  const leave = async () => {
    setAsking(false);
    const answer = await act({ do: "leave" });
    if (answer.ok) setLeftIn(view.round);
  };
  return html`<div class="leave">
    <button type="button" class="danger" onClick=${() => setAsking(true)}>${t("Leave the table")}</button>
    ${asking && html`<${Confirm} title=${t("Leave the table?")} yes=${t("Leave")} danger onYes=${leave} onNo=${() => setAsking(false)}>
      <p>${t("You then have only what you have without a deal: {line} of 100, as you believe. This cannot be taken back.", {
        line: points(view.brief.line),
      })}</p>
    </${Confirm}>`}
  </div>`;
}
