// One table in the grid: where it stands, whom it waits for, who sits there, and what the trainer can do.
import { nt, t } from "../i18n.js";
import { endingWords } from "../seat/endings.js";
import { html } from "../ui.js";
import { TableActions } from "./table_actions.js";
import { phaseWords, stateWords } from "./states.js";
import { minutesSince, waitingWords } from "./waiting.js";

const LONG_WAIT = 3; // minutes after which a table stands out

export function TableCard({ session, table, command, onReissue }) {
  const waits = table.state === "playing" && table.awaited.length > 0;
  const people = table.seats.some(({ human }) => human);
  const slow = waits && table.waiting_since && minutesSince(table.waiting_since) >= LONG_WAIT;
  return html`<section class=${slow ? "card table-card slow" : "card table-card"} aria-label=${table.name}>
    <div class="row table-head">
      <h3><a href="/trainer/${session}/t/${table.id}">${table.name}</a></h3>
      <span class="tag ${table.state}">${table.ending ? endingWords(table.ending) : stateWords(table.state)}</span>
    </div>
    ${table.round > 0 && html`<p class="facts">
      <span>${t("Round {n} of {all}", { n: table.round, all: table.rounds })}</span>
      ${table.gap !== null && table.gap !== undefined && html`<span>
        ${gapWords(Math.round(table.gap * 100))}
      </span>`}
    </p>`}
    ${table.state === "playing" && !table.ending && html`<p class="wait">
      ${waits
        ? t("Waiting for: {parties}", { parties: names(table, table.awaited) })
        : people ? phaseWords(table.phase) : t("Nobody sits here: it goes on when you press a button below.")}
      ${waits && html` <span class="quiet">
        ${phaseWords(table.phase)}${table.waiting_since && html` · ${waitingWords(table.waiting_since)}`}
      </span>`}
    </p>`}
    <ul class="people">
      ${table.seats.map(
        (seat) => html`<li key=${seat.role} class=${table.awaited.includes(seat.role) ? "awaited" : ""}>
          <span class=${seat.online > 0 ? "dot online" : "dot"} aria-hidden="true"></span>
          <strong>${seat.label}</strong>
          <span class="quiet">${whoWords(seat)}</span>
          <span class="hear">${seat.human && (seat.online > 0 ? t("online") : t("not connected"))}</span>
        </li>`,
      )}
    </ul>
    <${TableActions} table=${table} command=${command} onReissue=${onReissue} />
  </section>`;
}

const names = (table, roles) => roles.map((role) => table.seats.find((seat) => seat.role === role)?.label ?? role).join(", ");

function gapWords(n) {
  return n === 0 ? t("last offer: above every line") : nt("last offer: {n} point short", "last offer: {n} points short", n, { n });
}

function whoWords(seat) {
  const people = (seat.people ?? []).map((person) => person.name ?? person);
  if (people.length) return people.join(", ");
  return seat.human ? t("played by people") : t("played by the program");
}
