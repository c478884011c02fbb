// "Tell an interest": what matters to me, how much, and who should hear it.
import { t } from "../i18n.js";
import { html, useState } from "../ui.js";
import { weightWords } from "./endings.js";
import { interestName, partyNames } from "./names.js";

export function Tell({ view, act, open }) {
  const { scenario, me } = view;
  const others = view.seats.filter(({ role, present }) => role !== me.role && present);
  const [interest, setInterest] = useState("");
  const [weight, setWeight] = useState("much");
  const [left, setLeft] = useState(["mediator"]); // seats that shall not hear it
  const [told, setTold] = useState("");
  const to = others.map(({ role }) => role).filter((role) => !left.includes(role));
  const tell = async () => {
    const answer = await act({ do: "tell", to, interest, weight });
    if (answer.ok)
      setTold(t("Told {listeners}: {interest}.", { listeners: partyNames(scenario, to), interest: interestName(scenario, interest) }));
  };
  const toggle = (role) => setLeft(left.includes(role) ? left.filter((one) => one !== role) : [...left, role]);
  const sorted = [...scenario.interests].sort((a, b) => (view.brief?.importance[b.id] ?? 0) - (view.brief?.importance[a.id] ?? 0));
  return html`<div class="tell">
    <h3>${t("Tell an interest")}</h3>
    <p class="hint">${t("Why you want something helps more than what you want.")}</p>
    <fieldset class="choices">
      <legend>${t("This matters to us")}</legend>
      ${sorted.map(({ id, label }) => html`<label key=${id} class=${id === interest ? "choice chosen" : "choice"}>
        <input type="radio" name="interest" checked=${id === interest} onChange=${() => setInterest(id)} /> ${label}
      </label>`)}
    </fieldset>
    <fieldset class="choices inline">
      <legend>${t("How much")}</legend>
      ${["much", "some", "little"].map((name) => html`<label key=${name} class=${name === weight ? "choice chosen" : "choice"}>
        <input type="radio" name="weight" checked=${name === weight} onChange=${() => setWeight(name)} /> ${weightWords(name)}
      </label>`)}
    </fieldset>
    <fieldset class="choices">
      <legend>${t("Who hears it")}</legend>
      ${others.map(({ role, label }) => html`<label key=${role} class=${left.includes(role) ? "choice" : "choice chosen"}>
        <input type="checkbox" checked=${!left.includes(role)} onChange=${() => toggle(role)} /> ${label}
      </label>`)}
    </fieldset>
    ${others.some(({ role }) => role === "mediator") && html`<p class="hint">
      ${t("The mediator hears it only in a round in which you meet alone.")}
    </p>`}
    <button type="button" class="primary" disabled=${!open || !interest || !to.length} onClick=${tell}>${t("Tell")}</button>
    <p class="hint" role="status">${told}</p>
  </div>`;
}
