// What was said at the table, in sentences: the newest round first, in each round from first to last.
import { t } from "../i18n.js";
import { html, useMemo } from "../ui.js";
import { EntrySentence } from "./entry.js";
import { points } from "./names.js";

export function Log({ view }) {
  return html`<${Rounds} view=${view} Entry=${EntrySentence} />`;
}

/** The log round by round; `Entry` shows one entry, by what `view` says of names, values and the reader. */
export function Rounds({ view, Entry }) {
  // An entry never changes, so it is drawn once, however long the talks get.
  const drawn = useMemo(() => new WeakMap(), [view.scenario, view.brief, view.me]);
  const draw = (entry) => {
    if (!drawn.has(entry)) drawn.set(entry, html`<${Line} key=${entry.n} view=${view} entry=${entry} Entry=${Entry} />`);
    return drawn.get(entry);
  };
  const rounds = new Map();
  for (const entry of view.log.filter(isNews)) {
    if (!rounds.has(entry.round)) rounds.set(entry.round, []);
    rounds.get(entry.round).push(entry);
  }
  if (!rounds.size) return html`<p class="quiet">${t("Nothing has been said yet.")}</p>`;
  return html`<div class="log">
    ${[...rounds].reverse().map(([round, entries]) => html`<section key=${round} aria-label=${roundName(round)}>
      <h3>${roundName(round)}</h3>
      <ul>${entries.map(draw)}</ul>
    </section>`)}
  </div>`;
}

function Line({ view, entry, Entry }) {
  return html`<li class="entry ${entry.kind} ${isPrivate(entry) ? "private" : ""}">
    <${Entry} view=${view} entry=${entry} />
  </li>`;
}

const roundName = (round) => (round ? t("Round {n}", { n: round }) : t("Before the first round"));
const isPrivate = ({ kind, to, only }) => kind === "said" && Boolean(to ?? only);
/** A line that moved by less than a point is no news. */
const isNews = ({ kind, before, after }) => kind !== "line" || points(before) !== points(after);
