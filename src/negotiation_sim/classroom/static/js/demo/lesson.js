// The one line under a picture that says what to look for.
import { t } from "../i18n.js";
import { html } from "../ui.js";

export function Lesson({ children }) {
  return html`<p class="lesson"><strong>${t("What should I see?")}</strong> ${children}</p>`;
}
