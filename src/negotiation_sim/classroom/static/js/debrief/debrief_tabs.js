// The debrief in tabs that each fit a projector; a seat sees all but the other worlds.
import { Tabs } from "../demo/tabs.js";
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { AllTables } from "./all_tables.js";
import { AnotherWorld } from "./another_world.js";
import { Downloads } from "./downloads.js";
import { OneTable } from "./one_table.js";
import { usePlace } from "./place.js";
import { Questionnaire } from "./questionnaire.js";
import { Understood } from "./understood.js";

export function DebriefTabs({ debrief, session, back, onReload }) {
  const [place, go] = usePlace();
  const tabs = [
    { id: "all", name: t("All tables"), Panel: AllTables },
    { id: "one", name: t("One table"), Panel: OneTable },
    ...(session ? [{ id: "world", name: t("Another world"), Panel: AnotherWorld }] : []),
    { id: "understood", name: t("Said and understood"), Panel: Understood },
    { id: "questions", name: t("Questionnaire"), Panel: Questionnaire },
  ];
  const chosen = tabs.find(({ id }) => id === place.tab) ?? tabs[0];
  const { Panel } = chosen;
  const table = debrief.tables.find(({ id }) => id === (place.table ?? debrief.my_table)) ?? debrief.tables[0];
  return html`<div class="debrief">
    <div class="row debrief-head">
      <h2>${debrief.title}</h2>
      ${back}
      ${session && html`<button type="button" onClick=${onReload}>${t("Refresh")}</button>`}
      ${session && html`<${Downloads} session=${session} />`}
    </div>
    <${Tabs} label=${t("Parts of the debrief")} tabs=${tabs} chosen=${chosen.id} onChoose=${(tab) => go({ tab })} />
    <div class="panel" role="tabpanel" id="panel-${chosen.id}" aria-labelledby="tab-${chosen.id}">
      ${table
        ? html`<${Panel} debrief=${debrief} session=${session} table=${table} place=${place} go=${go} />`
        : html`<p>${t("This session has no tables.")}</p>`}
    </div>
  </div>`;
}
