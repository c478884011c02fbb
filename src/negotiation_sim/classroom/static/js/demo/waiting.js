// Said while the first answer is on its way.
import { t } from "../i18n.js";
import { html } from "../ui.js";

export const Waiting = () => html`<p role="status">${t("Negotiating … Right after an update this takes a minute.")}</p>`;
