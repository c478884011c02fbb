// Three looks behind a round: what offers are worth, the bargaining plane of two sides, who trusts whom.
import { Plane } from "../../chart/plane.js";
import { t } from "../../i18n.js";
import { html } from "../../ui.js";
import { Choice } from "../choice.js";
import { Trust } from "./trust.js";
import { Worths } from "./worths.js";

export function Pictures({ answer, round, shown, onShow }) {
  const { labels, space, rounds } = answer;
  const options = [
    { id: "worth", name: t("Worth") },
    { id: "plane", name: t("Plane") },
    { id: "trust", name: t("Trust") },
  ];
  return html`<div class="pictures">
    <${Choice} label=${t("Picture")} options=${options} chosen=${shown} onChoose=${onShow} />
    ${shown === "worth" && html`<${Worths} answer=${answer} round=${round} />`}
    ${shown === "plane" && html`<${BargainingPlane} labels=${labels} space=${space} round=${round} last=${round >= rounds.length} />`}
    ${shown === "trust" && html`<${Trust} labels=${labels} trust=${rounds[round - 1].trust} before=${rounds[0].trust} />`}
  </div>`;
}

function BargainingPlane({ labels, space, round, last }) {
  const [u, v] = space.axes.map((role) => labels.parties[role]);
  return html`
    <${Plane} axes=${[u, v]} points=${space.points} frontier=${space.frontier} lines=${space.lines}
      path=${space.path.slice(0, round)} deal=${last ? space.deal : null}
      label=${t("What possible agreements are worth to two sides, the best of them, and the offers so far")} />
    <p class="small quiet">
      ${t("Each dot is a possible agreement; the dark line joins the best. In the green corner both gain. Purple: the offers so far.")}
    </p>`;
}
