// Can this device reach the classroom? Shown step by step, so that one sees where the network stops.
import { t } from "../i18n.js";
import { mountPage } from "../page.js";
import { html, useEffect, useState } from "../ui.js";

const PATIENCE = 5000;
const NO_SUCH_SESSION = 4404; // the answer of a server that was reached

function Selftest() {
  const [live, setLive] = useState(null);
  useEffect(() => {
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws/screen/selftest`);
    const timer = setTimeout(() => setLive(false), PATIENCE);
    socket.onclose = ({ code }) => {
      clearTimeout(timer);
      setLive(code === NO_SUCH_SESSION);
    };
    return () => {
      clearTimeout(timer);
      socket.close();
    };
  }, []);
  return html`
    <div class="selftest" role="status">
      <p>${t("This device reaches the classroom at {address}.", { address: location.host })}</p>
      <p>
        ${live === null && t("Trying the live connection …")}
        ${live === true && t("The live connection works. You can join.")}
        ${live === false && t("The live connection does not work: the network or a proxy blocks WebSockets.")}
      </p>
      ${live && html`<p><a class="button" href="/j">${t("Join a table")}</a></p>`}
    </div>`;
}

mountPage(Selftest, { title: () => t("Can this device reach the classroom?") });
