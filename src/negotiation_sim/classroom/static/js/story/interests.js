// Scene: the same tables, once all ask what the others need.
import { Choice } from "../demo/choice.js";
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { Hundred } from "./hundred.js";
import { Live } from "./live.js";
import { everyone, storyTalks } from "./talks.js";

const QUALITY = 0.6;

export function Interests({ parties, set, change }) {
  const how = set.how === "interests" ? "interests" : "positions";
  const options = [
    { id: "positions", name: t("They say what they demand") },
    { id: "interests", name: t("They say what they need, and ask why") },
  ];
  const talks = storyTalks(parties, { quality: QUALITY, interests: how === "interests" ? everyone(parties) : [] });
  return html`
    <${Choice} label=${t("At these tables")} options=${options} chosen=${how} onChoose=${(id) => change({ how: id })} />
    <${Live} talks=${talks}>${({ here }) => html`<${Hundred} arm=${here.without} kind="without" />`}<//>`;
}
