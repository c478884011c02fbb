// What the model expects of the case when only agents play it: as it is, and in other worlds.
import { formatNumber, percent, t } from "../i18n.js";
import { html } from "../ui.js";

const worlds = () => [
  ["as_is", t("As it is set")],
  ["no_mediator", t("Without a mediator")],
  ["mediator", t("With a good mediator")],
  ["clear", t("Nothing is misheard")],
  ["interests", t("Agents look for interests")],
];

export function Expected({ paper }) {
  return html`<section><h3>${t("What the model expects")}</h3>
    <p>${paper.has_zone
      ? t("With these cards there are packages that are better than no deal for every side.")
      : t("With these cards no package is better than no deal for every side.")}</p>
    <div class="scroll" tabindex="0" role="group" aria-label=${t("What the model expects")}><table>
      <caption class="sentence-line">${t("Of {n} negotiations among agents only, with other luck each time", { n: formatNumber(paper.runs) })}</caption>
      <thead><tr>
        <th scope="col">${t("World")}</th><th scope="col">${t("Agreements")}</th>
        <th scope="col">${t("95% interval")}</th><th scope="col">${t("Rounds on average")}</th>
      </tr></thead>
      <tbody>
        ${worlds().filter(([world]) => paper.expected[world]).map(([world, name]) => {
          const { rate, low, high, rounds } = paper.expected[world];
          return html`<tr key=${world}>
            <th scope="row">${name}</th><td>${percent(rate)}</td>
            <td>${t("{low} to {high}", { low: percent(low), high: percent(high) })}</td><td>${formatNumber(rounds, 1)}</td>
          </tr>`;
        })}
      </tbody>
    </table></div>
    <p class="quiet small">${t("These are figures of the model, not of people: use them to ask why your tables did better or worse.")}</p>
  </section>`;
}
