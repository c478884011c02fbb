// Which table is looked at.
import { t } from "../i18n.js";
import { html } from "../ui.js";

export function TableChoice({ debrief, table, go }) {
  return html`<div class="row">
    <label for="which-table">${t("Table")}</label>
    <select id="which-table" class="narrow-select" onChange=${(event) => go({ table: event.target.value })}>
      ${debrief.tables.map(({ id, name }) => html`<option key=${id} value=${id} selected=${id === table.id}>${name}</option>`)}
    </select>
  </div>`;
}
