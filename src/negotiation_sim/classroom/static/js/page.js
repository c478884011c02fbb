// The frame of every page: name of the page, way home, language switch, skip link.
import { LANGUAGES, lang, loadLanguage, t } from "./i18n.js";
import { html, render } from "./ui.js";

/**
 * Loads the language, then shows the page: `mountPage(Demo, {title: () => t("Demonstration")})`.
 * The title is a function because no sentence can be said before its language is there.
 * `bare` leaves out the header (a projector's screen, paper).
 */
export async function mountPage(Component, { title, bare = false } = {}) {
  await loadLanguage();
  const name = (typeof title === "function" ? title() : title && t(title)) || document.title;
  document.title = name;
  const app = document.getElementById("app");
  app.tabIndex = -1;
  if (!bare) {
    const frame = document.createElement("div");
    frame.className = "frame";
    document.body.prepend(frame);
    render(html`<${Header} name=${name} />`, frame);
  }
  render(html`<${Component} data=${document.body.dataset} />`, app);
}

function Header({ name }) {
  return html`
    <a class="skip" href="#app" onClick=${skip}>${t("Skip to the content")}</a>
    <header class="header">
      <a class="home" href="/" aria-label=${t("Home")} title=${t("Home")}>
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path d="M3 11.5 12 4l9 7.5M6 10v10h12V10" fill="none" stroke="currentColor" stroke-width="2.2"
            stroke-linecap="round" stroke-linejoin="round" />
        </svg>
      </a>
      <h1>${name}</h1>
      <nav class="languages" aria-label=${t("Language")}>
        ${LANGUAGES.map(
          ({ code, name: own, short }) => html`
            <a href="?lang=${code}" hreflang=${code} lang=${code} aria-current=${code === lang ? "true" : undefined}
              onClick=${(event) => speak(event, code)}>
              <span class="wide">${own}</span><span class="narrow" aria-hidden="true">${short}</span>
            </a>`,
        )}
      </nav>
    </header>`;
}

// The hash holds the state of a page, so neither link may touch it.
function skip(event) {
  event.preventDefault();
  document.getElementById("app").focus();
}

function speak(event, code) {
  event.preventDefault();
  const address = new URL(location.href);
  address.searchParams.set("lang", code);
  location.assign(address);
}
