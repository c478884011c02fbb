// The grid of a session: every table at a glance, the code to join, and what the trainer can do.
import { lang, t } from "../i18n.js";
import { closedWords } from "../seat/closed.js";
import { useSocket } from "../socket.js";
import { html, useState } from "../ui.js";
import { useCommands } from "./commands.js";
import { Invite } from "./invite.js";
import { SessionBar } from "./session_bar.js";
import { TableCard } from "./table_card.js";
import { useMinute } from "./waiting.js";

export function Grid({ session }) {
  const [grid, setGrid] = useState(null);
  const [ended, setEnded] = useState("");
  const [address, setAddress] = useState(null); // of this machine, where it has several
  const [link, setLink] = useState(null);
  const [command, refusal, busy] = useCommands(session);
  useMinute();
  useSocket(`/ws/s/${session}?lang=${lang}`, {
    onMessage: (message) => message.grid && setGrid(message.grid),
    onEnd: (code) => setEnded(closedWords(code)),
  });
  if (ended) return html`<div class="card stack"><p class="refusal">${ended}</p><p><a href="/trainer">${t("All sessions")}</a></p></div>`;
  if (!grid) return html`<p class="quiet" role="status">${t("One moment…")}</p>`;
  const reissue = async (table, role, person) => {
    const answer = await command("reissue", { table, role, ...(person && { text: person }) });
    if (answer?.link) setLink(answer.link);
  };
  return html`<div class="stack">
    <${SessionBar} grid=${grid} address=${address} command=${command} busy=${busy} />
    ${refusal && html`<p class="refusal" role="alert">${refusal}</p>`}
    ${link && html`<${NewLink} link=${whole(link, address ?? grid.addresses?.[0])} onClose=${() => setLink(null)} />`}
    <div class="grid-columns">
      <${Invite} grid=${grid} address=${address} onAddress=${setAddress} />
      <div class="tables">
        ${grid.tables.map(
          (table) => html`<${TableCard} key=${table.id} session=${session} table=${table} command=${command} onReissue=${reissue} />`,
        )}
      </div>
    </div>
  </div>`;
}

/** A phone cannot open 127.0.0.1: it needs the address at which the machine stands in the network. */
const whole = (path, address) => (address ? `http://${address}${path}` : new URL(path, location.href).href);

function NewLink({ link, onClose }) {
  return html`<div class="note stack" role="status">
    <label for="new-link">${t("Open this address on the new phone. It works once.")}</label>
    <input id="new-link" type="text" readonly value=${link} onFocus=${(event) => event.target.select()} />
    <p><button type="button" onClick=${onClose}>${t("Close")}</button></p>
  </div>`;
}
