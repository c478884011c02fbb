// What a page to print is made of: asked for once, behind the trainer's PIN.
import { getJson } from "../http.js";
import { lang, t } from "../i18n.js";
import { Login, useLogin } from "../trainer/login.js";
import { html, useEffect, useState } from "../ui.js";

/** {paper, instead}: what the server gave, or what to show while there is none. */
export function useSessionPaper(session, kind) {
  const { login, refused, enter } = useLogin();
  const [paper, setPaper] = useState(null);
  const [failed, setFailed] = useState("");
  useEffect(() => {
    if (login !== "done") return;
    getJson(`/api/sessions/${session}/${kind}?lang=${lang}`).then(setPaper, (refusal) => setFailed(refusal.message));
  }, [login, session, kind]);
  if (login === "needed") return { paper: null, instead: html`<${Login} refused=${refused} onEnter=${enter} />` };
  if (failed) return { paper: null, instead: html`<p class="refusal" role="alert">${failed}</p>` };
  return { paper, instead: html`<p class="quiet" role="status">${t("One moment…")}</p>` };
}
