// The states of a session or a table, and the phases of a round, in words.
import { t } from "../i18n.js";

export function stateWords(state) {
  // NOTE: the state of a session or a table: not begun, going on, paused, over, debrief
  return (
    {
      lobby: t("not begun"),
      playing: t("going on"),
      paused: t("paused"),
      ended: t("over"),
      debrief: t("debrief"),
    }[state] ?? state
  );
}

export function phaseWords(phase) {
  return (
    {
      lobby: t("people take their seats"),
      efforts: t("the mediator chooses what to do"),
      offer: t("an offer is due"),
      answer: t("answers are due"),
      sign: t("the text is read before signing"),
      talk: t("the sides talk"),
      step: t("between two rounds"),
      ended: t("the talks are over"),
    }[phase] ?? phase
  );
}
