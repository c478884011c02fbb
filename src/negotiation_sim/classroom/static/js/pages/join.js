// /j and /j/{CODE}: from a code to a seat.
import { Code } from "../join/code.js";
import { Places } from "../join/places.js";
import { t } from "../i18n.js";
import { mountPage } from "../page.js";
import { html } from "../ui.js";

function JoinPage({ data }) {
  return html`<div class="join">
    ${data.code ? html`<${Places} code=${data.code.toUpperCase()} />` : html`<${Code} />`}
  </div>`;
}

mountPage(JoinPage, { title: () => t("Join a table") });
