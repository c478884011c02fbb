// What a mediator can do in a round: a name and one plain sentence for each.
import { t } from "../i18n.js";

export function effortWords() {
  return {
    open_channel: [t("Clear up misunderstandings"), t("More of what is said arrives as it was said.")],
    caucus: [t("Meet each side alone"), t("Sides tell you more than they tell each other.")],
    relay: [t("Pass on interests"), t("What you know of one side's interests reaches the others.")],
    reality_test: [t("Test against reality"), t("Sides see better what they have without a deal.")],
    text: [t("Draft a text"), t("You write a package and put it to all sides.")],
    keep_at_table: [t("Keep the sides at the table"), t("Sides lose patience more slowly.")],
    brainstorm: [t("Look for new options"), t("Options that nobody has thought of may be found.")],
  };
}

export function effortNames(efforts) {
  const words = effortWords();
  return efforts.map((name) => words[name]?.[0] ?? name).join("; ");
}
