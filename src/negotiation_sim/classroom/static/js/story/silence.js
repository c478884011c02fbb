// Scene: nothing that is said arrives, or all of it does.
import { Choice } from "../demo/choice.js";
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { Hundred } from "./hundred.js";
import { Live } from "./live.js";
import { storyTalks } from "./talks.js";

export function Silence({ parties, set, change }) {
  const hear = set.hear === "1";
  const options = [
    { id: "0", name: t("Nobody understands anybody") },
    { id: "1", name: t("Everybody understands everybody") },
  ];
  return html`
    <${Choice} label=${t("At these tables")} options=${options} chosen=${hear ? "1" : "0"}
      onChoose=${(id) => change({ hear: id })} />
    <${Live} talks=${storyTalks(parties, { quality: hear ? 1 : 0 })}>
      ${({ here }) => html`<${Hundred} arm=${here.without} kind="without" />`}
    <//>`;
}
