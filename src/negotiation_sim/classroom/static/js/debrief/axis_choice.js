// Which two sides the plane shows.
import { t } from "../i18n.js";
import { partyName } from "../seat/names.js";
import { html } from "../ui.js";

export function AxisChoice({ debrief, axes, go }) {
  const { roles } = debrief.space;
  if (roles.length < 3) return null;
  const choose = (which) => (event) => {
    const next = { x: axes[0], y: axes[1], [which]: event.target.value };
    if (next.x === next.y) next[which === "x" ? "y" : "x"] = axes[which === "x" ? 0 : 1];
    go(next);
  };
  return html`<div class="row axis-choice">
    ${["x", "y"].map((which, k) => html`<div key=${which}>
      <label for="axis-${which}">${which === "x" ? t("Across") : t("Up")}</label>
      <select id="axis-${which}" onChange=${choose(which)}>
        ${roles.map((role) => html`<option key=${role} value=${role} selected=${role === axes[k]}>${partyName(debrief.scenario, role)}</option>`)}
      </select>
    </div>`)}
  </div>`;
}

/** The two roles of the axes: as asked for in the address, or the first two. */
export function axesOf({ space: { roles } }, { x, y }) {
  const first = roles.includes(x) ? x : roles[0];
  return [first, roles.includes(y) && y !== first ? y : roles.find((role) => role !== first)];
}
