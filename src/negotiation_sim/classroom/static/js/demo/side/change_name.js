// The one thing that is changed, in words.
import { percent, t } from "../../i18n.js";

export const changeName = (key, mediator) =>
  ({
    mediator: mediator ? t("the mediator leaves the table") : t("a mediator comes to the table"),
    quality: t("they understand each other better"),
    interests: t("they bargain over interests"),
    trust: t("they trust each other more"),
  })[key];

/** Blue and orange mean with and without a mediator; any other change has colours of its own. */
export const kindsOf = ({ change, mediator }) => {
  if (change !== "mediator") return ["plain", "a"];
  return mediator ? ["with", "without"] : ["without", "with"];
};

/** From what to what, where it is a share. */
export const changedTitle = ({ from, to }) =>
  typeof from === "number" && typeof to === "number"
    ? t("Changed from {from} to {to}", { from: percent(from), to: percent(to) })
    : t("Changed");
