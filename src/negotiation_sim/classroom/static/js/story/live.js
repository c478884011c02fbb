// Curves of a scene's talks, and what to say while there are none.
import { useCurves } from "../demo/curves_socket.js";
import { t } from "../i18n.js";
import { html } from "../ui.js";

/** Shows `children(answer)` as soon as there is an answer. */
export function Live({ talks, children }) {
  const { answer, refusal } = useCurves(talks, true);
  if (refusal) return html`<p class="refusal" role="alert">${refusal}</p>`;
  return answer ? children(answer) : html`<p role="status">${t("Negotiating …")}</p>`;
}
