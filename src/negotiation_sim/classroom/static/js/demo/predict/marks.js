// Guesses stand as diamonds beside the hand, at the height of what was guessed; a bar marks the middle one.
import { html } from "../../ui.js";
import { middle } from "./guesses.js";

const APART = 11;
const MOST_BESIDE = 14;

/** What a line chart lays over its lines: the guesses at the hand, and a question mark while the answer is secret. */
export const guessMarks = (guesses, quality, secret) => (plot, { font }) => {
  const x = plot.x.at(quality);
  const side = x > (plot.box.left + plot.box.right) / 2 ? -1 : 1;
  const centre = middle(guesses);
  const inRow = new Map();
  return html`
    ${secret &&
    html`<text class="strong" x=${x + side * font * 1.2} y=${plot.box.top + font * 2} text-anchor="middle"
      font-size=${font * 2.4}>?</text>`}
    ${guesses.map((guess) => {
      const row = Math.round(guess * 50);
      const before = inRow.get(row) || 0;
      inRow.set(row, before + 1);
      return html`<${Diamond} x=${x + side * (14 + Math.min(before, MOST_BESIDE) * APART)} y=${plot.y.at(guess)} />`;
    })}
    ${centre !== undefined &&
    html`<line class="guess-line" x1=${x - side * 26} x2=${x + side * 4} y1=${plot.y.at(centre)} y2=${plot.y.at(centre)} />`}`;
};

const Diamond = ({ x, y }) => html`<path class="guess" d="M${x} ${y - 7}l6 7l-6 7l-6 -7z" />`;
