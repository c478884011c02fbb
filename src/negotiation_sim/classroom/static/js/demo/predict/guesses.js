// All guesses of a class: raised hands counted in steps, and phones.

/** What hands are raised for, as shares; one button each. */
export const CHOICES = [0.1, 0.3, 0.5, 0.7, 0.9];

/** The counts behind each choice, from the words in the address. */
export const handCounts = (hands) => CHOICES.map((_, index) => Math.max(0, Number(hands[index]) || 0));

/** Every guess as a share, in order. */
export function allGuesses(hands, phones) {
  const raised = handCounts(hands).flatMap((count, index) => Array(count).fill(CHOICES[index]));
  return [...raised, ...phones].sort((a, b) => a - b);
}

/** The quality that was asked about: where the slider stands, until the answer is out. */
export const placeOf = ({ predict, quality, asked }) => (predict === "shown" ? asked : quality);

/** The middle guess, or undefined when there is none. */
export function middle(sorted) {
  if (!sorted.length) return undefined;
  const half = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}
