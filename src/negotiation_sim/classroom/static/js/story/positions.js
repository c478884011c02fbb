// Scene: two sides defend positions; their offers wander over the plane of what both could have.
import { useAnswer } from "../demo/answer.js";
import { Scrubber } from "../demo/scrubber.js";
import { ending } from "../demo/one/ending.js";
import { Plane } from "../chart/plane.js";
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { storyTalks } from "./talks.js";

const QUALITY = 0.6;

export function Positions({ parties, set, change }) {
  const talks = storyTalks(parties, { quality: QUALITY });
  const { answer, refusal } = useAnswer("negotiation", { ...talks, run: 0, arm: "without" });
  if (refusal) return html`<p class="refusal" role="alert">${refusal}</p>`;
  if (!answer) return html`<p role="status">${t("Negotiating …")}</p>`;
  const { labels, rounds, space } = answer;
  const round = Math.min(Math.max(Number(set.round) || 1, 1), rounds.length);
  const last = round === rounds.length;
  return html`
    <${Scrubber} round=${round} rounds=${rounds.length} onMove=${(next) => change({ round: next })} />
    <${Plane} axes=${space.axes.map((role) => labels.parties[role])} points=${space.points} frontier=${space.frontier}
      lines=${space.lines} path=${space.path.slice(0, round)} deal=${last ? space.deal : null}
      label=${t("What possible agreements are worth to two sides, the best of them, and the offers so far")} />
    <p class="end" role="status">${last ? ending(answer) : ""}</p>`;
}
