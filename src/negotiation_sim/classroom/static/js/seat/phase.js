// The present phase in one sentence, for the person who sits here.
import { t } from "../i18n.js";
import { partyNames } from "./names.js";

export function phaseSentence(view) {
  if (view.closed || view.state === "closed") return t("The trainer has closed this table.");
  if (view.state === "lobby" || view.phase === "lobby") return t("The talks have not begun. Wait for the trainer.");
  if (view.state === "paused") return t("The trainer has paused the talks.");
  if (view.state === "debrief") return t("The talks are over. The debrief is open.");
  if (view.state === "ended" || view.phase === "ended") return t("The talks are over.");
  const mine = mySentence(view);
  if (mine) return mine;
  const others = view.awaited.filter((role) => role !== view.me.role);
  if (others.length) return t("Waiting for: {parties}", { parties: partyNames(view.scenario, others) });
  return t("The round goes on without you.");
}

function mySentence(view) {
  return {
    offer:
      view.me.kind === "mediator" ? t("Your turn: put a text to the sides.") : t("Your turn: make an offer."),
    answer: t("Your turn: accept or refuse the offer."),
    sign: t("Your turn: read the text as written, then sign or withdraw."),
    done: t("Time to talk. Press “Done for this round” when you have said enough."),
    efforts: t("Your turn: choose what you do this round."),
  }[view.my_move];
}

/** The part of the page where the awaited move is made. */
export function placeOfMove(move) {
  return { offer: "offer", answer: "now", sign: "now", done: "talk", efforts: "now" }[move] ?? "now";
}

export const talksGoOn = (view) =>
  view.state === "playing" && !["lobby", "ended"].includes(view.phase) && !view.closed;
