// What a trainer can change about the talks.
import { percent, t } from "../i18n.js";
import { html } from "../ui.js";

export function QualitySlider({ settings, change }) {
  return html`<${Slider} id="quality" name=${t("Communication quality")} value=${settings.quality}
    onMove=${(quality) => change({ quality })} />`;
}

/** The mediator and how able it is: one control in two parts. */
export function MediatorControl({ settings, change }) {
  return html`<div class="control mediator">
    <button type="button" class="switch" role="switch" aria-checked=${settings.mediator ? "true" : "false"}
      onClick=${() => change({ mediator: !settings.mediator })}><strong>${t("Mediator")}</strong></button>
    <${Slider} id="skill" name=${t("Skill")} fullName=${t("Mediator's skill")} value=${settings.skill} disabled=${!settings.mediator}
      onMove=${(skill) => change({ skill })} />
  </div>`;
}

function Slider({ id, name, fullName, value, disabled, onMove }) {
  return html`<div class="control slider ${disabled ? "off" : ""}">
    <label class="name" for=${id}>${name}</label>
    <span class="value" aria-hidden="true">${percent(value)}</span>
    <input id=${id} type="range" min="0" max="1" step="0.05" value=${value} disabled=${disabled} aria-label=${fullName}
      aria-valuetext=${percent(value)} onInput=${(event) => onMove(Number(event.currentTarget.value))} />
  </div>`;
}

export function Bargaining({ parties, settings, change }) {
  const turn = (id) =>
    change({
      interests: settings.interests.includes(id)
        ? settings.interests.filter((other) => other !== id)
        : [...settings.interests, id],
    });
  return html`<fieldset class="control bargaining">
    <legend>${t("How each side bargains")}</legend>
    ${parties.map(({ id, label }) => {
      const interests = settings.interests.includes(id);
      return html`<div class="side">
        <span id="side-${id}">${label}</span>
        <button type="button" id="how-${id}" aria-labelledby="side-${id} how-${id}"
          class=${interests ? "how interests" : "how"} onClick=${() => turn(id)}>
          ${interests ? t("interests") : t("positions")}
        </button>
      </div>`;
    })}
  </fieldset>`;
}

export function CaseChoice({ cases, settings, change }) {
  const listed = cases.length ? cases : [{ name: settings.scenario, title: settings.scenario }];
  return html`<label class="control">
    <span class="name">${t("Case")}</span>
    <select value=${settings.scenario}
      onChange=${(event) => change({ scenario: event.currentTarget.value, interests: [], run: 0, round: 1 })}>
      ${listed.map(({ name, title }) => html`<option value=${name} selected=${name === settings.scenario}>${title}</option>`)}
    </select>
  </label>`;
}
