// What the trainer can do to one table and its seats.
import { t } from "../i18n.js";
import { Confirm } from "../seat/confirm.js";
import { html, useState } from "../ui.js";

export function TableActions({ table, command, onReissue }) {
  const [asking, setAsking] = useState(null);
  const doIt = (what, more = {}) => command(what, { table: table.id, ...more });
  const people = table.seats.filter(({ human }) => human);
  const going = table.state === "playing";
  const button = (label, onClick) => html`<button type="button" onClick=${onClick}>${label}</button>`;
  const askRelease = ({ role, label }) =>
    setAsking({
      title: t("Give this seat to the program: {seat}?", { seat: label }),
      why: t("Its people can no longer act until they join again."),
      yes: t("Give to the program"),
      act: () => doIt("release", { role }),
    });
  if (table.ending || table.state === "debrief") return null;
  return html`<div class="actions">
    <div class="row">
      ${table.state === "lobby" && button(t("Start"), () => doIt("start"))}
      ${going && button(t("Pause"), () => doIt("pause"))}
      ${table.state === "paused" && button(t("Go on"), () => doIt("resume"))}
      ${going && table.awaited.map((role) =>
        button(t("Nudge: {seat}", { seat: labelOf(table, role) }), () => doIt("nudge", { role })),
      )}
      ${going && !people.length && button(t("One round"), () => doIt("step"))}
      ${going && !people.length && button(t("Play to the end"), () => doIt("play_out"))}
    </div>
    <details>
      <summary>${t("More for this table")}</summary>
      ${people.map((seat) => html`<${SeatActions}
        key=${seat.role}
        seat=${seat}
        onReissue=${(person) => onReissue(table.id, seat.role, person)}
        onRelease=${() => askRelease(seat)}
      />`)}
      <div class="row">
        ${going && table.awaited.map((role) =>
          button(t("The program decides once: {seat}", { seat: labelOf(table, role) }), () => doIt("agent_moves", { role })),
        )}
        ${["playing", "paused"].includes(table.state) && html`<button type="button" class="danger" onClick=${() =>
          setAsking({
            title: t("Close {table}?", { table: table.name }),
            why: t("The talks end as they stand. This cannot be taken back."),
            yes: t("Close this table"),
            act: () => doIt("close"),
          })}>${t("Close this table")}</button>`}
      </div>
    </details>
    ${asking && html`<${Confirm}
      title=${asking.title}
      yes=${asking.yes}
      danger
      onNo=${() => setAsking(null)}
      onYes=${() => {
        setAsking(null);
        asking.act();
      }}
    >
      <p>${asking.why}</p>
    </${Confirm}>`}
  </div>`;
}

function SeatActions({ seat, onRelease, onReissue }) {
  return html`<div class="row seat-actions" role="group" aria-label=${seat.label}>
    <strong>${seat.label}</strong>
    <button type="button" onClick=${onRelease}>${t("Give to the program")}</button>
    ${seat.people.map((person) => html`<button key=${person} type="button" onClick=${() => onReissue(person)}>
      ${t("New link for a phone: {person}", { person })}
    </button>`)}
  </div>`;
}

const labelOf = (table, role) => table.seats.find((seat) => seat.role === role)?.label ?? role;
