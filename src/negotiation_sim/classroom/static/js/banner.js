// One strip at the top of the page while a connection is lost.
import { t } from "./i18n.js";

const lost = new Set();
let strip = null;

/** Says for one socket whether its connection is there. */
export function tellConnection(socket, there) {
  if (there) lost.delete(socket);
  else lost.add(socket);
  if (!strip) {
    strip = document.createElement("div");
    strip.className = "connection";
    strip.setAttribute("role", "status");
    document.body.prepend(strip);
  }
  strip.textContent = lost.size ? t("Connection lost, trying again") : "";
}
