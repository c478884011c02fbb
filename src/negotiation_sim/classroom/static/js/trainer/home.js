// The trainer's first page: open a session, or go on with one.
import { getJson } from "../http.js";
import { nt, t } from "../i18n.js";
import { html, useEffect, useState } from "../ui.js";
import { NewSession } from "./new_session.js";
import { stateWords } from "./states.js";

export function Home() {
  const [sessions, setSessions] = useState(null);
  const [refused, setRefused] = useState("");
  useEffect(() => {
    getJson("/api/sessions").then(setSessions, (refusal) => setRefused(refusal.message));
  }, []);
  return html`<div class="home-columns">
    <section class="card stack" aria-label=${t("Your sessions")}>
      <h2>${t("Your sessions")}</h2>
      ${refused && html`<p class="refusal" role="alert">${refused}</p>`}
      ${sessions?.length === 0 && html`<p class="quiet">${t("None yet. Open the first one.")}</p>`}
      <ul class="sessions">
        ${(sessions ?? []).map(
          ({ id, title, code, tables, state, created }) => html`<li key=${id}>
            <a href="/trainer/${id}${location.search}">${title}</a>
            <span class="quiet small">${t("code {code}", { code })}</span>
            <span class="quiet small">${nt("{n} table", "{n} tables", tables, { n: tables })}</span>
            <span class="quiet small">${moment(created)}</span>
            <span class="tag ${state}">${stateWords(state)}</span>
          </li>`,
        )}
      </ul>
    </section>
    <${NewSession} />
  </div>`;
}

/** A moment in digits that every language reads: 2026-11-23 14:05. */
function moment(iso) {
  const at = new Date(iso);
  const two = (n) => String(n).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
