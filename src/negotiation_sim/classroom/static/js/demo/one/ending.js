// How a negotiation ended, in a sentence.
import { nt, t } from "../../i18n.js";

export function ending({ ending: how, rounds }) {
  const n = rounds.length;
  if (how === "agreement") return nt("Agreement after {n} round", "Agreement after {n} rounds", n);
  if (how === "walk_away") return nt("No agreement: a side left after {n} round", "No agreement: a side left after {n} rounds", n);
  if (how === "deadline") return nt("No agreement: time was up after {n} round", "No agreement: time was up after {n} rounds", n);
  return nt("No agreement after {n} round", "No agreement after {n} rounds", n);
}

export const answerWord = (answer) =>
  ({
    yes: t("yes"),
    no: t("no"),
    withdrew: t("withdrew its yes"),
    voted_down: t("voted down by its members"),
    absent: t("absent"),
  })[answer] || answer || "";

export const agreed = ({ ending: how }) => how === "agreement";
