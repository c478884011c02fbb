// /screen/{session}: for the projector. Nothing here is secret.
import { lang, nt, t } from "../i18n.js";
import { mountPage } from "../page.js";
import { closedWords } from "../seat/closed.js";
import { endingWords } from "../seat/endings.js";
import { useSocket } from "../socket.js";
import { joinLink, qrOf } from "../trainer/invite.js";
import { stateWords } from "../trainer/states.js";
import { html, useState } from "../ui.js";

function ScreenPage({ data }) {
  const [screen, setScreen] = useState(null);
  const [ended, setEnded] = useState("");
  useSocket(`/ws/screen/${data.session}?lang=${lang}`, {
    onMessage: (message) => message.screen && setScreen(message.screen),
    onEnd: (code) => setEnded(closedWords(code)),
  });
  if (ended) return html`<p class="refusal">${ended}</p>`;
  if (!screen) return html`<p class="quiet" role="status">${t("One moment…")}</p>`;
  const address = new URLSearchParams(location.search).get("address");
  const link = joinLink(screen.link, screen.code, address);
  const lobby = screen.state === "lobby";
  return html`<div class=${lobby ? "screen lobby" : "screen"}>
    <header class="screen-head">
      <h1>${screen.title}</h1>
      ${!lobby && html`<p class="code-small">${t("Join: {link}, code {code}", { link, code: screen.code })}</p>`}
    </header>
    ${lobby && html`<section class="invite" aria-label=${t("Join")}>
      <img src=${qrOf(screen.code, address)} alt=${t("QR code of {link}", { link })} />
      <div>
        <p class="screen-ask">${t("Scan the picture, or open this address:")}</p>
        <p class="screen-link">${link}</p>
        <p class="screen-ask">${t("Code")}</p>
        <p class="screen-code">${screen.code}</p>
      </div>
    </section>`}
    ${screen.state === "debrief" && html`<p class="screen-say" role="status">${t("The debrief is open on your phones.")}</p>`}
    <ul class="screen-tables">
      ${screen.tables.map((table) => html`<${Table} key=${table.name} table=${table} />`)}
    </ul>
  </div>`;
}

function Table({ table }) {
  const people = table.seats.filter(({ human }) => human).length;
  const share = table.rounds ? table.round / table.rounds : 0;
  return html`<li class="screen-table ${table.ending ?? ""}">
    <h2>${table.name}</h2>
    <p class="screen-state">${table.ending ? endingWords(table.ending) : stateWords(table.state)}</p>
    ${table.state === "lobby"
      ? html`<ul class="screen-seats">
          ${table.seats.map(({ label, human }) => html`<li key=${label} class=${human ? "taken" : ""}>
            <span aria-hidden="true">${human ? "●" : "○"}</span> ${label}
            <span class="hear">${human ? t("taken") : t("free")}</span>
          </li>`)}
        </ul>`
      : html`<p>${t("Round {n} of {all}", { n: table.round, all: table.rounds })}</p>
          <div class="rounds" aria-hidden="true"><div style=${{ width: `${share * 100}%` }}></div></div>
          <p class="quiet small">${nt("{n} seat with people", "{n} seats with people", people, { n: people })}</p>`}
  </li>`;
}

mountPage(ScreenPage, { title: () => t("For the projector"), bare: true });
