// Why a session could not be opened; the mistakes of a scenario file one by one, each with its place.
import { t } from "../i18n.js";
import { html } from "../ui.js";

export function Mistakes({ refusal }) {
  const problems = (refusal.with?.problems ?? "").split("\n").filter((line) => line.trim());
  if (!problems.length) return html`<p class="refusal" role="alert">${refusal.message}</p>`;
  return html`<div class="refusal" role="alert">
    <p>${t("The scenario has mistakes (line:column):")}</p>
    <ul class="mistakes">
      ${problems.map((line) => html`<li key=${line}>${line.replace(/^scenario\.yaml:/, "")}</li>`)}
    </ul>
  </div>`;
}
