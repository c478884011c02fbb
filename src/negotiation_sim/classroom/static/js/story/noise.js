// Scene: one offer, as it was said and as the others understood it.
import { useAnswer } from "../demo/answer.js";
import { QualitySlider } from "../demo/controls.js";
import { Offers } from "../demo/one/offers.js";
import { percent, t } from "../i18n.js";
import { html } from "../ui.js";
import { BigNumber } from "./big_number.js";
import { shareOf, storyTalks } from "./talks.js";

const START = 0.3;
const MOST_ISSUES = 3;

export function Noise({ parties, set, change }) {
  const quality = shareOf(set.q, START);
  const { answer, refusal } = useAnswer("negotiation", { ...storyTalks(parties, { quality }), run: 0, arm: "without" });
  return html`
    <${QualitySlider} settings=${{ quality }} change=${({ quality: q }) => change({ q })} />
    ${refusal && html`<p class="refusal" role="alert">${refusal}</p>`}
    ${answer?.rounds.length > 0 &&
    html`
      <p class="fact" role="status">
        <${BigNumber} say=${(share) => t("{share} of what was said in this negotiation was understood otherwise", { share })}
          number=${percent(misheard(answer.rounds))} />
      </p>
      <${Offers} answer=${answer} round=${shortened(answer.rounds[0])} />`}`;
}

// Big type has room for one listener, the one who understood least, and for a few issues, the misunderstood ones first.
function shortened({ speaker, said, heard, wrong, answers }) {
  const [listener] = Object.keys(heard).sort((a, b) => wrong[b].length - wrong[a].length);
  const issues = Object.keys(said).sort((a, b) => wrong[listener].includes(b) - wrong[listener].includes(a));
  return {
    speaker,
    said: Object.fromEntries(issues.slice(0, MOST_ISSUES).map((issue) => [issue, said[issue]])),
    heard: { [listener]: heard[listener] },
    wrong: { [listener]: wrong[listener] },
    answers,
  };
}

function misheard(rounds) {
  const lists = rounds.flatMap(({ wrong }) => Object.values(wrong));
  const said = rounds.reduce((sum, { said: issues, heard }) => sum + Object.keys(issues).length * Object.keys(heard).length, 0);
  return said ? lists.reduce((sum, issues) => sum + issues.length, 0) / said : 0;
}
