// A sentence with its number in big type, wherever the language puts it.
import { html } from "../ui.js";

const PLACE = "\u2060"; // a mark that no sentence holds

/** `<${BigNumber} say=${(n) => t("{n} of 100 …", { n })} number="37" />` */
export function BigNumber({ say, number }) {
  const [before, after] = say(PLACE).split(PLACE);
  return html`<span>${before}<strong class="count">${number}</strong>${after}</span>`;
}
