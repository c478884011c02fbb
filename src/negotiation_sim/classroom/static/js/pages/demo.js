// The demonstration: one table, many negotiations, and what a mediator or better communication changes.
import { Bargaining, CaseChoice, MediatorControl, QualitySlider } from "../demo/controls.js";
import { Curves } from "../demo/curves.js";
import { useCurves } from "../demo/curves_socket.js";
import { OneNegotiation } from "../demo/one/negotiation.js";
import { allGuesses } from "../demo/predict/guesses.js";
import { usePoll } from "../demo/predict/poll.js";
import { PollInvitation } from "../demo/predict/invitation.js";
import { Presets } from "../demo/presets.js";
import { talksOf, useSettings } from "../demo/settings.js";
import { SideBySide } from "../demo/side/side_by_side.js";
import { Tabs } from "../demo/tabs.js";
import { useCases, useParties } from "../demo/table.js";
import { Why } from "../demo/why.js";
import { t } from "../i18n.js";
import { mountPage } from "../page.js";
import { html } from "../ui.js";

const PANELS = { curves: Curves, one: OneNegotiation, side: SideBySide, why: Why };

function Demo() {
  const [settings, set] = useSettings();
  const cases = useCases();
  const parties = useParties(settings.scenario);
  const talks = talksOf(settings, parties);
  const showsCurves = settings.tab === "curves" && parties.length > 0;
  const { answer, refusal, ask } = useCurves(talks, showsCurves);
  const change = (patch) => {
    if (showsCurves && !patch.scenario) ask(talksOf({ ...settings, ...patch }, parties)); // others sit at another table
    set(patch);
  };
  const poll = usePoll(settings, set);
  const Panel = PANELS[settings.tab];
  const tabs = [
    { id: "curves", name: t("Curves") },
    { id: "one", name: t("One negotiation") },
    { id: "side", name: t("Side by side") },
    { id: "why", name: t("Why no deal") },
  ];
  return html`<div class="demo tab-${settings.tab}">
    <${Tabs} label=${t("Views")} tabs=${tabs} chosen=${settings.tab} onChoose=${(tab) => change({ tab })} />
    <div class="stage">
      <${Panel} answer=${answer} refusal=${refusal} settings=${settings} change=${change} talks=${talks}
        parties=${parties} poll=${poll} guesses=${allGuesses(settings.hands, poll.guesses)} />
      <aside class="card controls" aria-label=${t("The talks")}>
        <${QualitySlider} settings=${settings} change=${change} />
        <${MediatorControl} settings=${settings} change=${change} />
        ${settings.predict === "asking" && poll.code
          ? html`<${PollInvitation} poll=${poll} />`
          : html`<${More} folded=${settings.tab !== "curves"}>
              <${Presets} parties=${parties} change=${change} />
              <${Bargaining} parties=${parties} settings=${settings} change=${change} />
              <${CaseChoice} cases=${cases} settings=${settings} change=${change} />
            <//>`}
      </aside>
    </div>
  </div>`;
}

// Beside the curves all controls are in sight; the other views need the room for the talks themselves.
function More({ folded, children }) {
  if (!folded) return children;
  return html`<details class="more">
    <summary>${t("More settings")}</summary>
    <div class="more-body">${children}</div>
  </details>`;
}

mountPage(Demo, { title: () => t("Does a mediator help?") });
