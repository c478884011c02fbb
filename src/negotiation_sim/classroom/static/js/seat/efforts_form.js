// The mediator's round: switches for what to do.
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { effortWords } from "./efforts.js";
import { useKept } from "./kept.js";

export function Efforts({ view, act }) {
  const words = effortWords();
  const [on, setOn] = useKept(`efforts-${view.table.id}`, startFrom(view, words));
  const efforts = Object.fromEntries(Object.keys(words).map((name) => [name, on[name] ?? false]));
  return html`<div class="efforts">
    <h3>${t("What do you do this round?")}</h3>
    ${Object.entries(words).map(
      ([name, [label, why]]) => html`<div key=${name} class="effort">
        <button
          type="button"
          role="switch"
          class="switch"
          aria-checked=${efforts[name] ? "true" : "false"}
          aria-describedby="why-${name}"
          onClick=${() => setOn({ ...on, [name]: !efforts[name] })}
        >
          ${label}
        </button>
        <p id="why-${name}" class="hint">${why}</p>
      </div>`,
    )}
    <button type="button" class="primary large" onClick=${() => act({ do: "efforts", ...efforts })}>${t("Do this")}</button>
  </div>`;
}

function startFrom(view, words) {
  return Object.fromEntries(Object.keys(words).map((name) => [name, (view.efforts?.[name] ?? 0) > 0]));
}
