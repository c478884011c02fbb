// The scenes in their order, and the day of the training each belongs to.
import { t } from "../i18n.js";
import { Interests } from "./interests.js";
import { Mediator } from "./mediator.js";
import { Noise } from "./noise.js";
import { Positions } from "./positions.js";
import { Sandbox } from "./sandbox.js";
import { Silence } from "./silence.js";
import { Together } from "./together.js";

export const DAYS = [
  () => t("Day 1: communication and negotiation"),
  () => t("Day 2: mediation and many parties"),
  () => t("Day 3: your own case"),
];

export const SCENES = [
  {
    id: "silence",
    day: 0,
    Picture: Silence,
    name: () => t("Silence"),
    question: () => t("What happens when nobody understands anybody?"),
    see: () => t("The same people, the same demands: only the understanding changes. Count the tables before and after."),
  },
  {
    id: "noise",
    day: 0,
    Picture: Noise,
    name: () => t("Noise"),
    question: () => t("Was that what they said?"),
    see: () => t("Red cells were understood otherwise than said. Each side answers what it understood."),
  },
  {
    id: "positions",
    day: 0,
    Picture: Positions,
    name: () => t("Positions"),
    question: () => t("Each side defends its demand. Where do the offers go?"),
    see: () => t("Each dot is a possible agreement; in the green corner both sides gain. Do the purple offers get there, and does anybody say yes?"),
  },
  {
    id: "interests",
    day: 0,
    Picture: Interests,
    name: () => t("Interests"),
    question: () => t("What if they ask each other why?"),
    see: () => t("The demands stay the same; now the others know what lies behind them. Does it help, and how much?"),
  },
  {
    id: "mediator",
    day: 1,
    Picture: Mediator,
    name: () => t("The mediator"),
    question: () => t("When does a mediator help most?"),
    see: () => t("The gap between the lines is what the mediator adds. Where is it widest, and where does it close?"),
  },
  {
    id: "together",
    day: 1,
    Picture: Together,
    name: () => t("All together"),
    question: () => t("If you could change one thing, which one?"),
    see: () => t("Guess first, then try each change. Is all together more than the parts?"),
  },
  {
    id: "sandbox",
    day: 2,
    Picture: Sandbox,
    name: () => t("Your own case"),
    question: () => t("Which dispute do you know best?"),
    see: () => t("Your own case will not be true at once. Change it until you recognise it."),
  },
];
