// Where two negotiations with the same luck part ways.

/** The index of the first round that is not the same, or -1. */
export function firstDifference(left, right) {
  const rounds = Math.max(left.rounds.length, right.rounds.length);
  for (let index = 0; index < rounds; index += 1) {
    const [a, b] = [left.rounds[index], right.rounds[index]];
    if (!a || !b || differs(a, b)) return index;
  }
  return -1;
}

const differs = (a, b) =>
  a.speaker !== b.speaker || !same(a.said, b.said) || !same(a.heard, b.heard) || !same(a.answers, b.answers);

export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
