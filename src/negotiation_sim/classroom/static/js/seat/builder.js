// The offer builder: choose an option for each issue and see at once what the package is worth to me.
import { t } from "../i18n.js";
import { html, useState } from "../ui.js";
import { Confirm } from "./confirm.js";
import { useKept } from "./kept.js";
import { Options } from "./options.js";
import { PackageList } from "./package_list.js";
import { lastOffer } from "./past.js";
import { InterestMeters } from "./interest_meters.js";
import { OthersEstimate } from "./others_estimate.js";
import { Total } from "./total.js";

export function Builder({ view, act }) {
  const { scenario, brief } = view;
  const [draft, setDraft] = useKept(`offer-${view.table.id}-${view.me.role}`, {});
  const [asking, setAsking] = useState(false);
  const theirs = lastOffer(view, (speaker) => speaker !== view.me.role);
  const mine = lastOffer(view, (speaker) => speaker === view.me.role);
  const complete = scenario.issues.every((issue) => issue.options[draft[issue.id]] !== undefined);
  const myTurn = view.my_move === "offer";
  const send = () => {
    setAsking(false);
    act({ do: "offer", package: draft });
  };
  return html`
    <${Starts} brief=${brief} theirs=${theirs} mine=${mine} onStart=${(choice) => setDraft(choice)} />
    ${scenario.issues.map(
      (issue) => html`<${Options}
        key=${issue.id}
        issue=${issue}
        group="offer"
        chosen=${draft[issue.id]}
        values=${brief?.values[issue.id] ?? null}
        onChoose=${(option) => setDraft({ ...draft, [issue.id]: option })}
      />`,
    )}
    ${complete && brief && html`<${InterestMeters} view=${view} choice=${draft} other=${theirs} />`}
    ${complete && html`<${OthersEstimate} view=${view} choice=${draft} />`}
    <div class="send">
      ${brief && html`<${Total} view=${view} choice=${complete ? draft : null} other=${theirs} />`}
      <button type="button" class="button primary large" disabled=${!complete || !myTurn} onClick=${() => setAsking(true)}>
        ${view.me.kind === "mediator" ? t("Put this text to the sides") : t("Make this offer")}
      </button>
      ${!complete && html`<p class="hint">${t("Choose an option for every issue.")}</p>`}
      ${complete && !myTurn && html`<p class="hint">${t("You can prepare it now and send it when it is your turn.")}</p>`}
    </div>
    ${asking && html`<${Confirm}
      title=${t("Send this package?")}
      yes=${t("Send")}
      onYes=${send}
      onNo=${() => setAsking(false)}
    >
      ${scenario.noise && html`<p class="hint">${t("The others may hear it differently.")}</p>`}
      <${PackageList} scenario=${scenario} choice=${draft} before=${mine} />
    </${Confirm}>`}
  `;
}

function Starts({ brief, theirs, mine, onStart }) {
  const starts = [
    [t("their last offer"), theirs],
    [t("my last offer"), mine],
    [t("my ideal"), brief?.ideal],
  ].filter(([, choice]) => choice);
  if (!starts.length) return null;
  return html`<div class="starts" role="group" aria-label=${t("Start from")}>
    <span class="starts-title" aria-hidden="true">${t("Start from")}</span>
    ${starts.map(
      ([label, choice]) => html`<button key=${label} type="button" class="button small" onClick=${() => onStart({ ...choice })}>
        ${label}
      </button>`,
    )}
  </div>`;
}
