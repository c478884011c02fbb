// Scene: the same talks with and without a mediator, at every quality of communication.
import { LineChart } from "../chart/line_chart.js";
import { MediatorControl } from "../demo/controls.js";
import { percent, t } from "../i18n.js";
import { html } from "../ui.js";
import { Live } from "./live.js";
import { shareOf, storyTalks } from "./talks.js";

const SKILL = 0.6;

export function Mediator({ parties, set, change }) {
  const settings = { mediator: set.m === "1", skill: shareOf(set.s, SKILL) };
  const move = ({ mediator, skill }) =>
    change(mediator === undefined ? { s: skill } : { m: mediator ? "1" : "0" });
  return html`
    <${MediatorControl} settings=${settings} change=${move} />
    <${Live} talks=${storyTalks(parties, settings)}>
      ${(answer) => html`<${Curves} answer=${answer} mediator=${settings.mediator} />`}
    <//>`;
}

function Curves({ answer, mediator }) {
  const points = (arm) => answer.qualities.map((x, index) => ({ x, y: answer[arm][index].rate, ...answer[arm][index] }));
  const series = [{ name: t("Without mediator"), kind: "without", points: points("without") }];
  if (mediator && answer.with) series.push({ name: t("With mediator"), kind: "with", points: points("with") });
  return html`<${LineChart} label=${t("Agreement rate at each communication quality, with and without a mediator")}
    series=${series} x=${{ domain: [0, 1], label: t("Communication quality"), format: percent }}
    y=${{ domain: [0, 1], label: t("Negotiations that end in agreement"), format: percent, ticks: [0, 0.25, 0.5, 0.75, 1] }} />`;
}
