// Open a session: a shipped case or the trainer's own scenario file, and how the room is set up.
import { getJson, postJson } from "../http.js";
import { LANGUAGES, lang, t } from "../i18n.js";
import { html, useEffect, useState } from "../ui.js";
import { Mistakes } from "./mistakes.js";
import { OwnFile } from "./own_file.js";

export function NewSession() {
  const [cases, setCases] = useState([]);
  const [wish, setWish] = useState({ scenario: null, text: "", tables: 3, noise: true, mediator: true, lang, title: "" });
  const [refusal, setRefusal] = useState(null);
  const [busy, setBusy] = useState(false);
  const set = (part) => setWish((now) => ({ ...now, ...part }));
  useEffect(() => {
    getJson(`/api/cases?lang=${lang}`).then((found) => {
      setCases(found);
      set({ scenario: found[0]?.name ?? null });
    }, setRefusal);
  }, []);
  const own = wish.scenario === null;
  const open = async (event) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    try {
      const { id } = await postJson("/api/sessions", {
        ...wish,
        text: own ? wish.text : null,
        title: wish.title.trim(),
      });
      location.assign(`/trainer/${id}${location.search}`);
    } catch (refused) {
      setRefusal(refused);
      setBusy(false);
    }
  };
  const description = cases.find(({ name }) => name === wish.scenario)?.description;
  return html`<form class="card stack" onSubmit=${open}>
    <h2>${t("Open a session")}</h2>
    <div>
      <label for="case">${t("Case")}</label>
      <select id="case" value=${own ? "" : wish.scenario} onChange=${(event) => set({ scenario: event.target.value || null })}>
        ${cases.map(({ name, title }) => html`<option key=${name} value=${name} selected=${name === wish.scenario}>${title}</option>`)}
        <option value="" selected=${own}>${t("My own scenario file (YAML)")}</option>
      </select>
      ${description && html`<p class="quiet small">${description}</p>`}
    </div>
    ${own && html`<${OwnFile} text=${wish.text} onText=${(text) => set({ text })} />`}
    <div class="row">
      <label for="tables">${t("Tables")}</label>
      <input
        id="tables"
        type="number"
        min="1"
        max="40"
        value=${wish.tables}
        onInput=${(event) => set({ tables: Number(event.target.value) })}
      />
    </div>
    <${Switch} on=${wish.noise} onTurn=${(noise) => set({ noise })} label=${t("What is said may be misheard")} />
    <${Switch} on=${wish.mediator} onTurn=${(mediator) => set({ mediator })} label=${t("There is a mediator")} />
    <div>
      <label for="language">${t("Language of the room")}</label>
      <select id="language" value=${wish.lang} onChange=${(event) => set({ lang: event.target.value })}>
        ${LANGUAGES.map(({ code, name }) => html`<option key=${code} value=${code} selected=${code === wish.lang}>${name}</option>`)}
      </select>
      <p class="quiet small">${t("Everybody can choose another one on their phone.")}</p>
    </div>
    <div>
      <label for="title">${t("Name of the session, if you like")}</label>
      <input id="title" type="text" maxlength="80" value=${wish.title} onInput=${(event) => set({ title: event.target.value })} />
    </div>
    ${refusal && html`<${Mistakes} refusal=${refusal} />`}
    <button type="submit" class="primary large" disabled=${busy || (own && !wish.text.trim())}>${t("Open the session")}</button>
  </form>`;
}

function Switch({ on, onTurn, label }) {
  return html`<div>
    <button type="button" role="switch" class="switch" aria-checked=${on ? "true" : "false"} onClick=${() => onTurn(!on)}>${label}</button>
  </div>`;
}
