// How people come in: the code, the QR picture, the address.
import { t } from "../i18n.js";
import { html } from "../ui.js";

export function Invite({ grid, address, onAddress }) {
  const { code } = grid.session;
  const link = joinLink(grid.session.link, code, address);
  return html`<section class="card invite" aria-label=${t("Join")}>
    <h2>${t("Join with this code")}</h2>
    <p class="join-code">${code}</p>
    <img src=${qrOf(code, address)} alt=${t("QR code of {link}", { link })} width="200" height="200" />
    <p class="join-link"><a href=${link}>${link}</a></p>
    ${grid.addresses?.length > 1 && html`<div class="addresses">
      <label for="address">${t("Address of this machine")}</label>
      <select id="address" onChange=${(event) => onAddress(event.target.value)}>
        ${grid.addresses.map((one) => html`<option key=${one} value=${one} selected=${one === address}>${one}</option>`)}
      </select>
      <p class="quiet small">${t("If phones cannot open one, try another.")}</p>
    </div>`}
  </section>`;
}

/** Where people join, by the address that the trainer chose or by the server's own choice. */
export const joinLink = (link, code, address) => (address ? `http://${address}/j/${code}` : link);

export const qrOf = (code, address) => `/qr/${code}.svg${address ? `?address=${encodeURIComponent(address)}` : ""}`;
