// /guide/{session}: the trainer's guide of a session, on screen and on paper.
import { stylesheet } from "../debrief/stylesheet.js";
import { Expected } from "../guide/expected.js";
import { Plan } from "../guide/plan.js";
import { useSessionPaper } from "../guide/session_paper.js";
import { t } from "../i18n.js";
import { mountPage } from "../page.js";
import { html } from "../ui.js";

function GuidePage({ data }) {
  const { paper, instead } = useSessionPaper(data.session, "guide");
  if (!paper) return instead;
  const { scenario } = paper;
  return html`<div class="paper">
    <p class="row no-print">
      <button type="button" class="primary" onClick=${() => print()}>${t("Print")}</button>
      <a href="/trainer/${data.session}">${t("Back to the session")}</a>
      <a href="/cards/${data.session}">${t("Role cards")}</a>
    </p>
    <article class="sheet guide">
      <header><p class="quiet small">${t("Guide for the trainer")}</p><h2>${scenario.title}</h2></header>
      <p>${scenario.description}</p>
      <${Aim} />
      <${Plan} />
      <${SetUp} scenario=${scenario} />
      <${Watch} />
      <${Expected} paper=${paper} />
      <${Questions} />
      <${Days} />
    </article>
  </div>`;
}

function Aim() {
  return html`<section><h3>${t("Aim")}</h3><ul>
    <li>${t("To feel how much of what is said is understood, and what a misunderstanding costs.")}</li>
    <li>${t("To tell positions from interests, and to find trades between issues of unlike weight.")}</li>
    <li>${t("To see what a mediator adds, and what no mediator can add.")}</li>
  </ul></section>`;
}

function SetUp({ scenario }) {
  return html`<section><h3>${t("Set-up")}</h3><ul>
    <li>${t("Roles at each table: {parties}. An empty seat is played by the program; several people may share a seat.", { parties: scenario.parties.map(({ label }) => label).join(", ") })}</li>
    <li>${t("Print the role cards, or let people read them on their phones. Each side sees only its own.")}</li>
    <li>${t("Open the page for the projector, let people join by the code, check that every table has somebody, then start.")}</li>
    <li>${t("All tables are dealt the same cards, so their results can be compared.")}</li>
  </ul></section>`;
}

function Watch() {
  return html`<section><h3>${t("What to watch for")}</h3><ul>
    <li>${t("Who opens with a demand, and who with a question?")}</li>
    <li>${t("Does anybody repeat what was heard before answering?")}</li>
    <li>${t("Are issues settled one by one, or traded against each other?")}</li>
    <li>${t("Who holds up the table? A nudge helps more than a deadline.")}</li>
    <li>${t("Does a side refuse what is better for it than no deal?")}</li>
  </ul></section>`;
}

function Questions() {
  return html`<section><h3>${t("Questions for the debrief")}</h3><ol>
    <li>${t("What did you think the others wanted, and what did they want in truth?")}</li>
    <li>${t("Which trade made your deal possible, and who saw it first?")}</li>
    <li>${t("Which misunderstanding cost you most, and how could you have noticed it?")}</li>
    <li>${t("Where was there a better package for all, and what kept you from it?")}</li>
    <li>${t("What will you do differently in your next real talks?")}</li>
  </ol></section>`;
}

function Days() {
  return html`<section><h3>${t("In a training of three days")}</h3><dl>
    <dt>${t("Day 1: communication and negotiation in social partnership")}</dt>
    <dd>${t("First round of this case without a mediator; debrief on said and understood.")}</dd>
    <dt>${t("Day 2: mediation, and talks with many parties")}</dt>
    <dd>${t("The same case with a mediator; compare both, then look at the same table in another world.")}</dd>
    <dt>${t("Day 3: participants as trainers")}</dt>
    <dd>${t("Pairs of participants run a table and lead its debrief with the questions above.")}</dd>
  </dl></section>`;
}

await stylesheet("print");
mountPage(GuidePage, { title: () => t("Guide for the trainer") });
