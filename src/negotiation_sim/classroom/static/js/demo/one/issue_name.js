// An issue and, once, the unit of its options; with a percent sign in every cell the issue's name says the rest.
import { html } from "../../ui.js";

export const IssueName = ({ name, unit, option }) =>
  html`<th scope="row">${name}${unit && !option.includes("%") && html` <span class="unit">${unit}</span>`}</th>`;
