// How phones get to the question: a code to scan, an address to type.
import { t } from "../../i18n.js";
import { html } from "../../ui.js";

export function PollInvitation({ poll: { url, qr } }) {
  const address = url.replace(/^https?:\/\//, "");
  const [host, ...path] = address.split("/");
  return html`<div class="invitation">
    <p><strong>${t("Guess on your phone")}</strong></p>
    <img src=${qr} alt=${t("Code to scan: opens {address}", { address })} />
    <p class="address">${host}/<wbr />${path.join("/")}</p>
  </div>`;
}
