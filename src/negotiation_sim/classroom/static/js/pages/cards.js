// /cards/{session}: role cards to print, one side a page; the facts that all may know stand on each.
import { stylesheet } from "../debrief/stylesheet.js";
import { useSessionPaper } from "../guide/session_paper.js";
import { t } from "../i18n.js";
import { mountPage } from "../page.js";
import { points } from "../seat/names.js";
import { html } from "../ui.js";

function CardsPage({ data }) {
  const { paper, instead } = useSessionPaper(data.session, "cards");
  if (!paper) return instead;
  return html`<div class="paper">
    <p class="row no-print">
      <button type="button" class="primary" onClick=${() => print()}>${t("Print")}</button>
      <a href="/trainer/${data.session}">${t("Back to the session")}</a>
      <span class="quiet">${t("One side a page. Give each side its own card only.")}</span>
    </p>
    ${paper.cards.map((card) => html`<${SideCard} key=${card.role} paper=${paper} card=${card} />`)}
    ${paper.mediator && html`<${MediatorCard} paper=${paper} />`}
  </div>`;
}

function SideCard({ paper, card }) {
  return html`<article class="sheet">
    <${Head} paper=${paper} label=${card.label} secret=${t("Only for this side. Do not show it to the others.")} />
    <div class="columns">
      <section>
        <h3>${t("What matters to us")}</h3>
        <ul class="interests">
          ${card.interests.map(({ id, label, word }) => html`<li key=${id} class=${word}><span class="sentence">${label}</span> <strong>${matters(word)}</strong></li>`)}
        </ul>
      </section>
      <section>
        <h3>${t("Without a deal")}</h3>
        <p>${t("We believe we have {line} of 100. A deal worth less is worse than none.", { line: points(card.line) })}</p>
        <h3>${t("How to play")}</h3>
        <${HowToPlay} />
      </section>
    </div>
    <h3>${t("What each option is worth to us, in points; a deal is worth the sum")}</h3>
    <div class="issues">
      ${card.issues.map((issue) => html`<${IssueValues} key=${issue.id} issue=${issue} scenario=${paper.scenario} />`)}
    </div>
    <${Common} paper=${paper} />
  </article>`;
}

function IssueValues({ issue, scenario }) {
  const options = scenario.issues.find(({ id }) => id === issue.id)?.options ?? [];
  return html`<table class="values">
    <caption class="sentence-line">${issue.label}</caption>
    <tbody>
      ${options.map((option, k) => html`<tr key=${k} class=${option === issue.wish ? "wish" : ""}>
        <th scope="row">${option}</th><td>${points(issue.values[k])}</td>
      </tr>`)}
    </tbody>
  </table>`;
}

function MediatorCard({ paper }) {
  return html`<article class="sheet">
    <${Head} paper=${paper} label=${paper.mediator.label} secret=${t("You take no side and have no stake.")} />
    <h3>${t("What you can do")}</h3>
    <ul>
      <li>${t("Each round, choose where to put your effort: let the sides hear each other better, talk to one side alone, carry interests between them, ask a side what it truly has without a deal, write a text of your own.")}</li>
      <li>${t("What a side tells you alone stays with you unless it allows you to pass it on.")}</li>
      <li>${t("Ask why before you ask how much.")}</li>
      <li>${t("You decide nothing: the sides decide.")}</li>
    </ul>
    <${Common} paper=${paper} />
  </article>`;
}

function Head({ paper, label, secret }) {
  return html`<header>
    <p class="quiet small">${paper.scenario.title}</p>
    <h2 class="sentence-line">${label}</h2>
    <p class="secret">${secret}</p>
  </header>`;
}

function HowToPlay() {
  return html`<ol class="how">
    <li>${t("Before the talks, mark the two issues that are worth most to you.")}</li>
    <li>${t("Say why you want something, and ask the others why.")}</li>
    <li>${t("Give way where it costs you little and others gain much; ask for the same.")}</li>
    <li>${t("Repeat what you heard before you answer: words may be misheard.")}</li>
    <li>${t("Sign nothing that is worth less to you than no deal.")}</li>
  </ol>`;
}

function Common({ paper: { scenario } }) {
  return html`<section class="common">
    <h3>${t("What all sides know")}</h3>
    <p>${scenario.description}</p>
    <p>${t("At the table: {parties}. A deal needs {quota} of the sides. Rounds: {deadline}.", {
      parties: scenario.parties.map(({ label }) => label).join(", "), quota: scenario.quota, deadline: scenario.deadline,
    })}</p>
    <p>${scenario.noise ? t("Offers may be misheard; the text that is signed is always the one written down.") : t("All hear offers as they are made.")}</p>
  </section>`;
}

const matters = (word) => ({ much: t("matters much"), some: t("matters somewhat"), little: t("matters little") })[word];

await stylesheet("print");
mountPage(CardsPage, { title: () => t("Role cards") });
