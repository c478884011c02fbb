// One entry of the log as a sentence for the reader.
import { t } from "../i18n.js";
import { html } from "../ui.js";
import { endingWords } from "./endings.js";
import { effortNames } from "./efforts.js";
import { interestName, partyName, points } from "./names.js";
import { PackageList } from "./package_list.js";

export function EntrySentence({ view, entry }) {
  const sentence = (SENTENCES[entry.kind] ?? (() => entry.kind))(entry, view);
  if (entry.kind === "said") return html`<${Said} view=${view} entry=${entry} />`;
  if (!entry.package || entry.kind === "ended") return html`<span class="sentence">${sentence}</span>`;
  return html`<details>
    <summary><span class="sentence">${sentence}</span></summary>
    <${PackageList} scenario=${view.scenario} brief=${view.brief} choice=${entry.package} />
  </details>`;
}

const who = (view, role) => (role === view.me?.role ? t("you") : partyName(view.scenario, role));
const whom = (view, roles) => roles.map((role) => who(view, role)).join(", ");

const SENTENCES = {
  offered: ({ speaker, worth }, view) =>
    worth === null || worth === undefined
      ? t("{party}: an offer", { party: who(view, speaker) })
      : t("{party}: an offer, worth {worth} of 100 to me", { party: who(view, speaker), worth: points(worth) }),
  answered: ({ party, answer }, view) => answered(answer, who(view, party)),
  told: ({ speaker, to, interest, weight }, view) => told(weight, {
    party: who(view, speaker),
    listeners: whom(view, to ?? []),
    interest: interestName(view.scenario, interest),
  }),
  relayed: ({ speaker, interest, weight }, view) => relayed(weight, {
    party: who(view, speaker),
    interest: interestName(view.scenario, interest),
  }),
  said: () => "",
  line: ({ before, after }) =>
    t("My line moved from {before} to {after}.", { before: points(before), after: points(after) }),
  agent_moved: ({ party }, view) => t("{party}: the program decided this once", { party: partyName(view.scenario, party) }),
  closed: () => t("The trainer closed the table."),
  left: ({ party }, view) => t("{party}: left the table", { party: who(view, party) }),
  stage: ({ label }) => t("A new stage: {stage}", { stage: label ?? "" }),
  found: ({ issue }, view) =>
    t("A new option was found: {issue}", { issue: view.scenario.issues.find(({ id }) => id === issue)?.label ?? issue }),
  sat: ({ party, human }, view) =>
    human
      ? t("{party}: people took the seat", { party: partyName(view.scenario, party) })
      : t("{party}: the program took the seat", { party: partyName(view.scenario, party) }),
  efforts: ({ efforts }, view) =>
    t("What the mediator does: {efforts}", { efforts: effortNames(efforts ?? []) }),
  ended: ({ ending }) => endingWords(ending),
};

function answered(answer, party) {
  return (
    {
      yes: t("{party}: yes", { party }),
      no: t("{party}: no", { party }),
      withdrew: t("{party}: said yes, but did not sign the text", { party }),
      voted_down: t("{party}: voted down by its members", { party }),
      absent: t("{party}: was not there", { party }),
    }[answer] ?? t("{party}: {answer}", { party, answer })
  );
}

function told(weight, names) {
  return (
    {
      much: t("{party} to {listeners}: “{interest}” matters much", names),
      some: t("{party} to {listeners}: “{interest}” matters somewhat", names),
      little: t("{party} to {listeners}: “{interest}” matters little", names),
    }[weight] ?? t("{party} to {listeners}: “{interest}” matters", names)
  );
}

function relayed(weight, names) {
  return (
    {
      much: t("The mediator passed on. {party}: “{interest}” matters much", names),
      some: t("The mediator passed on. {party}: “{interest}” matters somewhat", names),
      little: t("The mediator passed on. {party}: “{interest}” matters little", names),
    }[weight] ?? t("The mediator passed on. {party}: “{interest}” matters", names)
  );
}

function Said({ view, entry }) {
  const names = { party: who(view, entry.speaker), listener: entry.to ? who(view, entry.to) : "" };
  return html`<span class="speaker sentence">
      ${entry.to ? t("{party} to {listener}, in private:", names) : t("{party}:", names)}
    </span>
    <q>${entry.text}</q>`;
}
