// The front door: what would you like to do?
import { t } from "../i18n.js";
import { mountPage } from "../page.js";
import { html } from "../ui.js";

const DOORS = [
  { to: "/demo", id: "demonstrate", name: () => t("Demonstrate"), line: () => t("Move one slider: does a mediator help?") },
  { to: "/story", id: "story", name: () => t("Story"), line: () => t("Short scenes for a big screen, one question each.") },
  { to: "/trainer", id: "class", name: () => t("Run a class"), line: () => t("People negotiate at tables, each with a phone.") },
  { to: "/j", id: "join", name: () => t("Join"), line: () => t("Take your seat with the code on the screen.") },
];

// Who comes with a phone comes to join.
const onPhone = matchMedia("(max-width: 700px)").matches;
const doors = onPhone ? [DOORS.at(-1), ...DOORS.slice(0, -1)] : DOORS;

const Home = () => html`<nav class="doors" aria-label=${t("What would you like to do?")}>
  ${doors.map(({ to, id, name, line }) => html`
    <a class="card door ${id}" href=${to}><strong>${name()}</strong><span>${line()}</span></a>`)}
</nav>`;

mountPage(Home, { title: () => t("Negotiation and mediation") });
