// The session as files: a page to hand out, rows for a spreadsheet, the log.
import { lang, t } from "../i18n.js";
import { html } from "../ui.js";

export function Downloads({ session }) {
  const at = (kind) => `/api/sessions/${session}/export.${kind}?lang=${lang}`;
  return html`<nav class="row downloads" aria-label=${t("Files to keep")}>
    <a href=${at("html")} download>${t("Debrief as a file")}</a>
    <a href=${at("csv")} download>${t("Data (CSV)")}</a>
    <a href=${at("parquet")} download>${t("Data (Parquet)")}</a>
    <a href=${at("json")} download>${t("Log (JSON)")}</a>
  </nav>`;
}
