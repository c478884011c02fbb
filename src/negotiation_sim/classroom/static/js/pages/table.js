// /trainer/{session}/t/{table}: everything about one table, for the trainer's eyes only.
import { lang, t } from "../i18n.js";
import { mountPage } from "../page.js";
import { closedWords } from "../seat/closed.js";
import { useView } from "../seat/frames.js";
import { WholeTable } from "../trainer/whole_table.js";
import { html, useState } from "../ui.js";

function TablePage({ data }) {
  const [ended, setEnded] = useState("");
  const path = `/ws/t/${data.table}?as=trainer&lang=${lang}`;
  const { view } = useView(path, (code) => setEnded(closedWords(code)));
  if (ended)
    return html`<div class="card stack">
      <p class="refusal" role="alert">${ended}</p>
      <p><a href="/trainer/${data.session}">${t("Back to the session")}</a></p>
    </div>`;
  if (!view) return html`<p class="quiet" role="status">${t("One moment…")}</p>`;
  return html`<${WholeTable} view=${view} session=${data.session} />`;
}

mountPage(TablePage, { title: () => t("A table as the trainer sees it") });
