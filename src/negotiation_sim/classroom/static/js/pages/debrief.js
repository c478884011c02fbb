// /trainer/{session}/debrief for the trainer, /debrief/{table} for a seat once the trainer has opened it.
import { stylesheet } from "../debrief/stylesheet.js";
import { DebriefTabs } from "../debrief/debrief_tabs.js";
import { getJson } from "../http.js";
import { lang, t } from "../i18n.js";
import { mountPage } from "../page.js";
import { Login, useLogin } from "../trainer/login.js";
import { html, useEffect, useState } from "../ui.js";

function DebriefPage({ data }) {
  return data.session ? html`<${OfTrainer} session=${data.session} />` : html`<${OfSeat} table=${data.table} />`;
}

function OfTrainer({ session }) {
  const { login, refused, enter } = useLogin();
  if (login === "unknown") return html`<p class="quiet" role="status">${t("One moment…")}</p>`;
  if (login === "needed") return html`<${Login} refused=${refused} onEnter=${enter} />`;
  return html`<${Loaded} url="/api/sessions/${session}/debrief?lang=${lang}" session=${session}
    back=${html`<a href="/trainer/${session}">${t("Back to the session")}</a>`} />`;
}

function OfSeat({ table }) {
  return html`<${Loaded} url="/api/t/${table}/debrief?lang=${lang}" session=${null}
    back=${html`<a href="/t/${table}">${t("Back to the table")}</a>`} />`;
}

function Loaded({ url, session, back }) {
  const [debrief, setDebrief] = useState(null);
  const [refused, setRefused] = useState("");
  const load = () => getJson(url).then(setDebrief, (refusal) => setRefused(refusal.message));
  useEffect(() => {
    load();
  }, [url]);
  if (refused) return html`<div class="card stack"><p class="refusal" role="alert">${refused}</p><p>${back}</p></div>`;
  if (!debrief) return html`<p class="quiet" role="status">${t("One moment…")}</p>`;
  return html`<${DebriefTabs} debrief=${debrief} session=${session} back=${back} onReload=${load} />`;
}

await stylesheet("table");
mountPage(DebriefPage, { title: () => t("Debrief") });
