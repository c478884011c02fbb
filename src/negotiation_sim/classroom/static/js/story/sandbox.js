// Scene: the third day, when the participants make a case of their own.
import { t } from "../i18n.js";
import { html } from "../ui.js";

export function Sandbox() {
  return html`<ol class="steps">
    <li>
      <strong>${t("Play with a ready case.")}</strong>
      <a class="button primary" href="/demo">${t("Open the demonstration")}</a>
    </li>
    <li>
      <strong>${t("Start a case of your own: who sits at the table, about what, and what does each need?")}</strong>
      <code>negotiation-sim new our-case</code>
    </li>
    <li>
      <strong>${t("Open a class with your file and negotiate it yourselves.")}</strong>
      <a class="button" href="/trainer">${t("Run a class")}</a>
    </li>
  </ol>`;
}
