// The curves as points, and their height at any place.

/** [{x, y, low, high}] of an arm, "with" or "without". */
export const pointsOf = (answer, arm) =>
  answer[arm].map(({ rate, low, high }, index) => ({ x: answer.qualities[index], y: rate, low, high }));

/** The rate of an arm at a quality: its own answer where there is one, else between the points. */
export function rateAt(answer, arm, quality) {
  if (answer.here.quality === quality) return answer.here[arm].rate;
  const points = pointsOf(answer, arm);
  const after = points.findIndex(({ x }) => x >= quality);
  if (after <= 0) return points.at(after).y;
  const [a, b] = [points[after - 1], points[after]];
  return a.y + ((quality - a.x) / (b.x - a.x)) * (b.y - a.y);
}

/** The numbers at the hand: {without, with?, difference?}. Until their own answer is there, read off the curves. */
export function ratesAt(answer, quality) {
  if (answer.here.quality === quality) return answer.here;
  const without = { rate: rateAt(answer, "without", quality) };
  if (!answer.with) return { without };
  const mediated = { rate: rateAt(answer, "with", quality) };
  return { without, with: mediated, difference: { value: mediated.rate - without.rate } };
}
