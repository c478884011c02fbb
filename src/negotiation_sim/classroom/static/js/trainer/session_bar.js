// What is done to the whole session, and the way to its other pages.
import { t } from "../i18n.js";
import { Confirm } from "../seat/confirm.js";
import { html, useState } from "../ui.js";
import { stateWords } from "./states.js";

export function SessionBar({ grid, address, command, busy }) {
  const { session } = grid;
  const [asking, setAsking] = useState(null);
  const isGoing = ["playing", "paused"].includes(session.state);
  const isOpen = session.state === "debrief";
  const isOver = isOpen || session.state === "ended";
  const asked = (label, question, look = "") => html`<button
    type="button"
    class=${look}
    disabled=${busy}
    onClick=${() => setAsking({ ...question, yes: label })}
  >
    ${label}
  </button>`;
  const button = (what, label, primary = false) => html`<button
    type="button"
    class=${primary ? "primary" : ""}
    disabled=${busy}
    onClick=${() => command(what)}
  >
    ${label}
  </button>`;
  return html`<section class="card session-bar" aria-label=${t("The session")}>
    <div class="row">
      <h2>${session.title}</h2>
      <span class="tag ${session.state}">${stateWords(session.state)}</span>
    </div>
    <div class="row">
      ${session.state === "lobby" && button("start", t("Start all tables"), true)}
      ${session.state === "playing" && button("pause", t("Pause all"))}
      ${session.state === "paused" && button("resume", t("Go on"), true)}
      ${isOver && html`<a class=${isOpen ? "button primary" : "button"} href="/trainer/${session.id}/debrief">${t("To the debrief")}</a>`}
      ${button("add_table", t("Add a table"))}
      ${isGoing && asked(t("Close all"), {
        title: t("Close all tables?"),
        why: t("The talks end as they stand. This cannot be taken back."),
        what: "close",
      })}
      ${(isGoing || session.state === "ended") && asked(t("Open the debrief"), {
        title: t("Open the debrief?"),
        why: t("Everybody then sees all interests, values and lines."),
        what: "debrief",
      }, session.state === "ended" ? "primary" : "")}
      ${asked(t("Delete"), {
        title: t("Delete this session?"),
        why: t("All its tables, logs and answers are gone for good."),
        what: "delete",
      }, "danger")}
    </div>
    <nav class="row links" aria-label=${t("Pages of this session")}>
      <a href="/screen/${session.id}${address ? `?address=${encodeURIComponent(address)}` : ""}">${t("For the projector")}</a>
      <a href="/cards/${session.id}">${t("Role cards")}</a>
      <a href="/guide/${session.id}">${t("Guide for the trainer")}</a>
      <a href="/trainer/${session.id}/debrief">${t("Debrief")}</a>
      <a href="/api/sessions/${session.id}/export.csv" download>${t("Data (CSV)")}</a>
      <a href="/api/sessions/${session.id}/export.parquet" download>${t("Data (Parquet)")}</a>
      <a href="/api/sessions/${session.id}/export.json" download>${t("Log (JSON)")}</a>
      <a href="/api/sessions/${session.id}/export.html" download>${t("Debrief as a file")}</a>
      <a href="/trainer">${t("All sessions")}</a>
    </nav>
    ${asking && html`<${Confirm}
      title=${asking.title}
      yes=${asking.yes}
      danger=${asking.what !== "debrief"}
      onNo=${() => setAsking(null)}
      onYes=${async () => {
        setAsking(null);
        const answer = await command(asking.what);
        if (answer && asking.what === "delete") location.assign("/trainer");
      }}
    >
      <p>${asking.why}</p>
    </${Confirm}>`}
  </section>`;
}
