// All tables on one plane: what each deal is worth to two sides, beside everything that was possible.
import { Plane } from "../chart/plane.js";
import { nt, t } from "../i18n.js";
import { partyName } from "../seat/names.js";
import { html } from "../ui.js";
import { hasDeal } from "./words.js";

export function UtilityPlane({ debrief, axes }) {
  const { space, scenario } = debrief;
  const [p, q] = axes.map((role) => space.roles.indexOf(role));
  const straight = space.frontier[`${axes[0]}|${axes[1]}`];
  const frontier = straight ?? (space.frontier[`${axes[1]}|${axes[0]}`] ?? []).map(([u, v]) => [v, u]);
  const lines = axes.map((role) => space.lines[role]);
  const names = axes.map((role) => partyName(scenario, role));
  return html`<${Plane}
    label=${t("What the deals of all tables are worth to {first} and {second}, beside everything that was possible", { first: names[0], second: names[1] })}
    axes=${names} points=${space.points.map((point) => [point[p], point[q]]).filter(isInside)} frontier=${frontier.filter(isInside)} lines=${lines}
    marks=${marksOf(debrief, axes, lines).map((mark) => ({ ...mark, at: mark.at.map((value) => Math.min(1, Math.max(0, value))) }))} className="debrief-plane" />`;
}

// Options that must first be invented can be worth more than the best of the opening ones; the plane ends at 1.
const isInside = (at) => at.every((value) => value >= 0 && value <= 1);

function marksOf({ space, tables, my_table: mine }, axes, lines) {
  const deals = new Map();
  for (const table of tables.filter((one) => hasDeal(one) && one.worth)) {
    const at = axes.map((role) => table.worth[role]);
    const key = at.map((value) => value.toFixed(2)).join();
    const spot = deals.get(key) ?? { at, names: [], kind: "with" };
    spot.names.push(table.name);
    if (table.id === mine) spot.kind = "a";
    deals.set(key, spot);
  }
  const without = tables.filter((table) => table.ending && !hasDeal(table));
  return [
    ...(space.nash ? [{ at: axes.map((role) => space.nash[role]), name: t("Nash solution"), kind: "c", hollow: true }] : []),
    ...[...deals.values()].map(({ at, names, kind }) => ({ at, name: together(names, 2), kind })),
    ...(without.length ? [{ at: lines, name: noDeal(without.map(({ name }) => name)), kind: "without", hollow: true }] : []),
  ];
}

/** Names while there is room for them beside the mark, else how many there are. */
const together = (names, most) =>
  names.length <= most ? names.join(", ") : nt("{n} table", "{n} tables", names.length, { n: names.length });
const noDeal = (names) => t("no deal: {tables}", { tables: together(names, 1) });
