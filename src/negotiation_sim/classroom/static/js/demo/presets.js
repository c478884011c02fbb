// Tables known from practice, one press away.
import { t } from "../i18n.js";
import { html } from "../ui.js";

const PRESETS = [
  { name: () => t("Deaf dialogue"), talks: () => ({ quality: 0.1, mediator: false, interests: [] }) },
  { name: () => t("Good mediator"), talks: () => ({ mediator: true, skill: 0.8 }) },
  { name: () => t("All positional"), talks: () => ({ interests: [] }) },
  { name: () => t("All interests"), talks: (parties) => ({ interests: parties.map(({ id }) => id) }) },
];

export function Presets({ parties, change }) {
  return html`<div class="presets" role="group" aria-label=${t("Ready-made tables")}>
    ${PRESETS.map(({ name, talks }) => html`
      <button type="button" onClick=${() => change(talks(parties))}>${name()}</button>`)}
  </div>`;
}
