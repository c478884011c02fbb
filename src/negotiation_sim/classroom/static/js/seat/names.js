// Names as the reader's scenario gives them: of a seat, an interest, an option with its unit.
import { formatNumber, t } from "../i18n.js";

export function partyName(scenario, role) {
  return scenario.parties.find(({ id }) => id === role)?.label ?? role;
}

export function partyNames(scenario, roles) {
  return roles.map((role) => partyName(scenario, role)).join(", ");
}

export function interestName(scenario, id) {
  return scenario.interests.find((interest) => interest.id === id)?.label ?? id;
}

export function optionName(issue, option) {
  return issue.options[option] ?? t("not heard");
}

/** An option without its unit. */
export function bareOption(issue, option) {
  return issue.bare_options?.[option] ?? issue.options[option];
}

/** A worth between 0 and 1 as whole points of 100. */
export function points(worth) {
  return worth === null || worth === undefined ? "–" : formatNumber(Math.round(worth * 100));
}
