// Scene: one thing changed at a time, then everything; what was tried stays in the picture.
import { BarChart } from "../chart/bar_chart.js";
import { Choice } from "../demo/choice.js";
import { useCurves } from "../demo/curves_socket.js";
import { percent, t } from "../i18n.js";
import { html, useEffect, useState } from "../ui.js";
import { everyone, storyTalks } from "./talks.js";

const BAD = 0.3;
const GOOD = 0.8;
const WORLDS = [
  { id: "nothing", name: () => t("Nothing"), talks: () => ({ quality: BAD }) },
  { id: "words", name: () => t("Better communication"), talks: () => ({ quality: GOOD }) },
  { id: "interests", name: () => t("Interests"), talks: (all) => ({ quality: BAD, interests: all }) },
  { id: "mediator", name: () => t("A mediator"), talks: () => ({ quality: BAD, mediator: true }) },
  { id: "all", name: () => t("All together"), talks: (all) => ({ quality: GOOD, interests: all, mediator: true }) },
];

export function Together({ parties, set, change }) {
  const world = WORLDS.find(({ id }) => id === set.change) || WORLDS[0];
  const talks = storyTalks(parties, world.talks(everyone(parties)));
  const { answer, refusal } = useCurves(talks, true);
  const [tried, setTried] = useState({});
  useEffect(() => {
    if (JSON.stringify(answer?.params) !== JSON.stringify(talks)) return;
    const arm = answer.here[talks.mediator ? "with" : "without"];
    setTried((before) => ({ ...before, [world.id]: arm }));
  }, [answer]);
  const bars = WORLDS.map(({ id, name }) => ({
    name: name(),
    ...(tried[id] ? barOf(tried[id], id === world.id ? "with" : "plain") : { parts: [], text: "?" }),
  }));
  return html`
    <${Choice} label=${t("What changes?")} chosen=${world.id} onChoose=${(id) => change({ change: id })}
      options=${WORLDS.map(({ id, name }) => ({ id, name: name() }))} />
    ${refusal && html`<p class="refusal" role="alert">${refusal}</p>`}
    <${BarChart} label=${t("Agreement rate after each change that was tried")} bars=${bars} format=${percent}
      domain=${[0, 1]} valueLabel=${t("Negotiations that end in agreement")} />`;
}

const barOf = ({ rate, low, high }, kind) => ({ low, high, parts: [{ name: t("Agreement rate"), kind, value: rate }] });
