// How talks end and how a seat answers, in words.
import { t } from "../i18n.js";

export function endingWords(ending) {
  return (
    {
      agreement: t("Agreement"),
      deadline: t("No agreement by the deadline"),
      walk_away: t("A party walked away"),
      award: t("Settled by an award"),
      partial: t("Agreement on some issues"),
      protocol_only: t("Only a protocol of disagreements"),
      closed: t("Closed by the trainer"),
    }[ending] ?? t("Ended")
  );
}

export function answerWords(answer) {
  return (
    {
      asked: t("thinking"),
      yes: t("said yes"),
      no: t("said no"),
      withdrew: t("did not sign the text"),
      voted_down: t("voted down by its members"),
      absent: t("was not there"),
    }[answer] ?? ""
  );
}

export function weightWords(weight) {
  // NOTE: how much an interest matters to a side
  return { much: t("much"), some: t("some"), little: t("little") }[weight] ?? weight;
}
