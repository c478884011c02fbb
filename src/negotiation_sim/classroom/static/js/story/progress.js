// The dots: which scene, of which day, and how to go on.
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { DAYS, SCENES } from "./scenes.js";

export function Progress({ scene, go }) {
  const here = SCENES.findIndex(({ id }) => id === scene);
  const step = (by) => go(SCENES[here + by].id);
  return html`<nav class="progress" aria-label=${t("Scenes")}>
    <button type="button" disabled=${here === 0} onClick=${() => step(-1)}>
      <span aria-hidden="true">◀</span> ${t("Back")}
    </button>
    <ol>
      ${SCENES.map(({ id, day, name }) => html`<li class="day-${day}">
        <a class="dot-of-scene" href="/story/${id}" title=${name()} aria-current=${id === scene ? "step" : undefined}
          onClick=${(event) => follow(event, () => go(id))}><span class="hear">${name()}</span></a>
      </li>`)}
    </ol>
    <button type="button" class="primary" disabled=${here === SCENES.length - 1} onClick=${() => step(1)}>
      ${t("Next scene")} <span aria-hidden="true">▶</span>
    </button>
  </nav>`;
}

function follow(event, go) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return; // wanted in another tab
  event.preventDefault();
  go();
}
