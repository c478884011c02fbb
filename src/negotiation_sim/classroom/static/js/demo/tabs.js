// Tabs as the ARIA practices describe them: arrow keys move, Home and End jump.
import { html } from "../ui.js";

/** tabs: [{id, name}]; the panel is the caller's: role=tabpanel, id=`panel-ID`, aria-labelledby=`tab-ID`. */
export function Tabs({ label, tabs, chosen, onChoose }) {
  const step = (event, index) => {
    const last = tabs.length - 1;
    const to = {
      ArrowRight: index === last ? 0 : index + 1,
      ArrowLeft: index === 0 ? last : index - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onChoose(tabs[to].id);
    event.currentTarget.parentElement.children[to].focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label}>
    ${tabs.map(({ id, name }, index) => html`
      <button type="button" role="tab" id="tab-${id}" aria-selected=${id === chosen ? "true" : "false"}
        aria-controls=${id === chosen ? `panel-${id}` : undefined} tabindex=${id === chosen ? 0 : -1}
        onClick=${() => onChoose(id)} onKeyDown=${(event) => step(event, index)}>${name}</button>`)}
  </div>`;
}
