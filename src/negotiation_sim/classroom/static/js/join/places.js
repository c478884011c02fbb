// Name, table and seat: the tables of a class and how many people sit in each seat.
import { postJson } from "../http.js";
import { t } from "../i18n.js";
import { html, useState } from "../ui.js";
import { useFresh } from "./fresh.js";
import { Seats, peopleWords } from "./seats.js";

const MOST_AT_ONCE = 3; // tables; of more, one is chosen first

export function Places({ code }) {
  const [room, setRoom] = useState(null);
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState(null); // {table, role}
  const [refusal, setRefusal] = useState("");
  const [open, setOpen] = useState(null); // the table whose seats are shown, where there are many
  const [busy, setBusy] = useState(false);
  useFresh(code, setRoom, setRefusal);
  const join = async (event) => {
    event.preventDefault();
    if (!name.trim()) return setRefusal(t("Write a name first. Any name will do."));
    if (!chosen) return setRefusal(t("Choose a seat at a table."));
    setBusy(true);
    setRefusal("");
    try {
      const { table } = await postJson("/api/join", { code, name: name.trim(), role: chosen.role, table: chosen.table });
      location.assign(`/t/${table}${location.search}`);
    } catch (refused) {
      setRefusal(refused.message);
      setBusy(false);
    }
  };
  if (!room)
    return html`<div class="card stack">
      ${refusal
        ? html`<p class="refusal" role="alert">${refusal}</p>
            <p><a class="button" href="/j${location.search}">${t("Enter another code")}</a></p>`
        : html`<p class="quiet" role="status">${t("Looking for the class…")}</p>`}
    </div>`;
  const many = room.tables.length > MOST_AT_ONCE;
  return html`<form class="stack" onSubmit=${join}>
    <div class="card stack">
      <h2>${room.title}</h2>
      <div>
        <label for="name">${t("Your name, as the others shall see it")}</label>
        <input
          id="name"
          type="text"
          value=${name}
          maxlength="40"
          autocomplete="nickname"
          onInput=${(event) => setName(event.target.value)}
        />
        <p class="quiet small">${t("Any name will do. It is kept only in this room.")}</p>
      </div>
    </div>
    ${many && html`<fieldset class="card table">
      <legend>${t("Your table")}</legend>
      <div class="table-choices">
        ${room.tables.map((table) => html`<label key=${table.id} class=${table.id === open ? "seat chosen" : "seat"}>
          <input type="radio" name="table" checked=${table.id === open} onChange=${() => setOpen(table.id)} />
          <span>${table.name}</span>
          <span class="seat-people">${peopleWords(table.seats.reduce((sum, { people }) => sum + people, 0))}</span>
        </label>`)}
      </div>
    </fieldset>`}
    ${room.tables.filter(({ id }) => !many || id === open).map(
      (table) => html`<${Seats}
        key=${table.id}
        table=${table}
        chosen=${chosen?.table === table.id ? chosen.role : null}
        onChoose=${(role) => setChosen({ table: table.id, role })}
      />`,
    )}
    <div class="join-send">
      ${refusal && html`<p class="refusal" role="alert">${refusal}</p>`}
      <button type="submit" class="primary large" disabled=${busy}>${sitWords(room, chosen)}</button>
    </div>
  </form>`;
}

function sitWords(room, chosen) {
  const table = room.tables.find(({ id }) => id === chosen?.table);
  if (!table) return t("Take a seat");
  const seat = table.seats.find(({ role }) => role === chosen.role);
  return t("Take this seat: {seat}, {table}", { seat: seat?.label ?? t("observer"), table: table.name });
}
