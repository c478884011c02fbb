// /t/{table}: one person's seat at a table.
import { t } from "../i18n.js";
import { mountPage } from "../page.js";
import { useTable } from "../seat/connection.js";
import { Seat } from "../seat/seat.js";
import { html } from "../ui.js";

function SeatPage({ data }) {
  const { view, act, refusal, ended, forget } = useTable(data.table);
  if (ended)
    return html`<div class="card stack">
      <p class="refusal">${ended}</p>
      <p><a class="button primary" href="/j">${t("Join with a code")}</a></p>
    </div>`;
  if (!view) return html`<p class="quiet" role="status">${t("Going to the table…")}</p>`;
  return html`<${Seat} view=${view} act=${act} refusal=${refusal} onForget=${forget} />`;
}

mountPage(SeatPage, { title: () => t("Your seat") });
