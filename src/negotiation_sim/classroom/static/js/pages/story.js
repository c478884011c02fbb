// /story/{scene}: one question to the room, one picture that one control moves.
import { Lesson } from "../demo/lesson.js";
import { useParties } from "../demo/table.js";
import { t } from "../i18n.js";
import { mountPage } from "../page.js";
import { useKeys } from "../story/keys.js";
import { usePlace } from "../story/place.js";
import { Progress } from "../story/progress.js";
import { DAYS, SCENES } from "../story/scenes.js";
import { CASE } from "../story/talks.js";
import { html, useEffect, useRef } from "../ui.js";

const NAMES = SCENES.map(({ id }) => id);

function Story() {
  const { scene, set, go, change } = usePlace(NAMES);
  const parties = useParties(CASE);
  const { day, name, question, see, Picture } = SCENES.find(({ id }) => id === scene);
  const heading = useRef(null);
  const shown = useRef(scene);
  useKeys(scene, go);
  useEffect(() => {
    document.title = t("{scene} – a story of negotiation", { scene: name() });
    if (shown.current === scene) return;
    shown.current = scene;
    heading.current.focus(); // read out by screen readers; the arrow keys go on from here
  }, [scene]);
  return html`<article class="story scene-${scene}">
    <p class="day">${DAYS[day]()}</p>
    <h2 ref=${heading} tabindex="-1">${question()}</h2>
    <section class="card picture" key=${scene} aria-label=${name()}>
      ${(parties.length > 0 || scene === "sandbox") &&
      html`<${Picture} parties=${parties} set=${set} change=${change} />`}
    </section>
    <${Lesson}>${see()}<//>
    <${Progress} scene=${scene} go=${go} />
  </article>`;
}

mountPage(Story, { title: () => t("A story of negotiation") });
