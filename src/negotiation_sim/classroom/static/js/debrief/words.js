// What the debrief says of an ending, and of the reasons why there was none.
import { percent, t } from "../i18n.js";
import { endingWords } from "../seat/endings.js";
import { stateWords } from "../trainer/states.js";

export const DEALS = ["agreement", "award", "partial"];
export const hasDeal = ({ ending }) => DEALS.includes(ending);

export const resultWords = ({ ending, state }) => (ending ? endingWords(ending) : stateWords(state));

export function causeWords(cause) {
  return (
    {
      no_zone: t("No package was better than no deal for every side: only new options or other alternatives could have helped."),
      unfound: t("Only an option that somebody had to think of first would have made a deal better than no deal for all."),
      optimism: t("There was a deal better than no deal for all, but the sides believed to have more without one than they truly had."),
      lost: t("An offer that enough sides would have accepted as it was written was misheard."),
      missed: t("There was a deal better than no deal for all; nobody found it in time."),
    }[cause] ?? ""
  );
}

export const shareWords = (share) => (share === null || share === undefined ? "–" : percent(share));
