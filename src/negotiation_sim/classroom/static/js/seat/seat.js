// The seat: what is going on at the top, then parts that a thumb reaches from the bar at the bottom.
import { t } from "../i18n.js";
import { html, useEffect, useState } from "../ui.js";
import { Brief } from "./brief.js";
import { Builder } from "./builder.js";
import { Head } from "./head.js";
import { Log } from "./log.js";
import { Notes } from "./notes.js";
import { Now } from "./now.js";
import { Knows } from "./knows.js";
import { placeOfMove } from "./phase.js";
import { Talk } from "./talk.js";

export function Seat({ view, act, refusal, onForget }) {
  const [part, setPart] = useState(placeOfMove(view.my_move));
  const parts = partsOf(view);
  const shown = parts.some(({ id }) => id === part) ? part : "now";
  const go = useTurnTo(setPart);
  return html`<div class="seat">
    <${Head} view=${view} onGo=${go} shown=${shown} />
    ${refusal && html`<div class="refusal row" role="alert">
      <span>${refusal}</span>
      <button type="button" onClick=${onForget}>${t("Close")}</button>
    </div>`}
    <div class="parts">
      ${parts.map(
        ({ id, title, Part }) => html`<section
          key=${id}
          id="part-${id}"
          tabindex="-1"
          class=${id === shown ? "part card shown" : "part card"}
          aria-label=${title}
        >
          <h2>${title}</h2>
          <${Part} view=${view} act=${act} onGo=${go} />
        </section>`,
      )}
    </div>
    <nav class="bar" aria-label=${t("Parts of this page")}>
      ${parts.map(
        ({ id, short, due }) => html`<button
          key=${id}
          type="button"
          aria-current=${id === shown ? "true" : undefined}
          onClick=${() => go(id)}
        >
          ${short}${due && html`<span class="due" aria-hidden="true"></span><span class="hear"> ${t("your turn")}</span>`}
        </button>`,
      )}
    </nav>
  </div>`;
}

/** Shows a part and takes the keyboard's and the screen reader's focus there. */
function useTurnTo(setPart) {
  const [turn, setTurn] = useState(null);
  useEffect(() => {
    const part = turn && document.getElementById(`part-${turn.id}`);
    if (!part) return;
    part.focus({ preventScroll: true });
    // below the head, which stays in sight and is as high as its words are long
    const head = document.querySelector(".head").offsetHeight;
    scrollTo({ top: part.getBoundingClientRect().top + scrollY - head - 8 });
  }, [turn]);
  return (id) => {
    setPart(id);
    setTurn({ id });
  };
}

function partsOf(view) {
  const { kind } = view.me;
  const due = view.state === "playing" && view.my_move ? placeOfMove(view.my_move) : null;
  // NOTE: "Table" is the table at which they negotiate; the short words stand on small buttons
  const parts = [{ id: "now", title: t("At the table"), short: t("Table"), Part: Now }];
  const over = view.state === "ended" || view.state === "debrief" || view.phase === "ended";
  if (kind === "side" && !over) parts.push({ id: "offer", title: t("My offer"), short: t("Offer"), Part: Builder });
  if (kind === "mediator" && !over) parts.push({ id: "offer", title: t("A text for the sides"), short: t("Text"), Part: Builder });
  if (kind !== "observer" && !over) parts.push({ id: "talk", title: t("Talk"), short: t("Talk"), Part: Talk });
  if (kind === "side") parts.push({ id: "brief", title: t("My brief"), short: t("Brief"), Part: Brief });
  if (kind === "mediator") parts.push({ id: "brief", title: t("What I know of the sides"), short: t("Sides"), Part: Knows });
  if (kind === "observer") parts.push({ id: "notes", title: t("My notes"), short: t("Notes"), Part: Notes });
  parts.push({ id: "log", title: t("What was said"), short: t("Log"), Part: Log });
  return parts.map((part) => ({ ...part, due: part.id === due }));
}
