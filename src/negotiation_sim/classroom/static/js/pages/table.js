// /trainer/{session}/t/{table}: everything about one table, for the trainer's eyes only.
import { lang, t } from "../i18n.js";
import { mountPage } from "../page.js";
import { closedWords } from "../seat/closed.js";
import { useSocket } from "../socket.js";
import { WholeTable } from "../trainer/whole_table.js";
import { html, useState } from "../ui.js";

function TablePage({ data }) {
  const [view, setView] = useState(null);
  const [ended, setEnded] = useState("");
  useSocket(`/ws/t/${data.table}?as=trainer&lang=${lang}`, {
    onMessage: (message) => message.view && setView(message.view),
    onEnd: (code) => setEnded(closedWords(code)),
  });
  if (ended)
    return html`<div class="card stack">
      <p class="refusal" role="alert">${ended}</p>
      <p><a href="/trainer/${data.session}">${t("Back to the session")}</a></p>
    </div>`;
  if (!view) return html`<p class="quiet" role="status">${t("One moment…")}</p>`;
  return html`<${WholeTable} view=${view} session=${data.session} />`;
}

mountPage(TablePage, { title: () => t("A table as the trainer sees it") });
