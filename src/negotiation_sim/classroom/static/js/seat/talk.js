// Talking: tell an interest (agents learn from it), say something in words, or be done for this round.
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { talksGoOn } from "./phase.js";
import { Say } from "./say.js";
import { Tell } from "./tell.js";

export function Talk({ view, act }) {
  const open = talksGoOn(view);
  return html`<div class="stack">
    ${!open && html`<p class="note">${t("You can talk once the talks go on.")}</p>`}
    ${open && view.my_move === "done" && html`<p>
      <button type="button" class="primary large" onClick=${() => act({ do: "done" })}>${t("Done for this round")}</button>
    </p>`}
    ${view.me.kind === "side" && html`<${Tell} view=${view} act=${act} open=${open} />`}
    <${Say} view=${view} act=${act} open=${open} />
  </div>`;
}
