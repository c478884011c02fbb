// /trainer: PIN, sessions, a new session. /trainer/{session}: the grid of its tables.
import { t } from "../i18n.js";
import { mountPage } from "../page.js";
import { Grid } from "../trainer/grid.js";
import { Home } from "../trainer/home.js";
import { Login, useLogin } from "../trainer/login.js";
import { html } from "../ui.js";

function TrainerPage({ data }) {
  const { login, refused, enter } = useLogin();
  if (login === "unknown") return html`<p class="quiet" role="status">${t("One moment…")}</p>`;
  if (login === "needed") return html`<${Login} refused=${refused} onEnter=${enter} />`;
  return data.session ? html`<${Grid} session=${data.session} />` : html`<${Home} />`;
}

mountPage(TrainerPage, { title: () => t("Trainer") });
