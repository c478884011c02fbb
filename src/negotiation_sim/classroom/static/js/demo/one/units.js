// "85 thousand KZT a month" in every cell is hard to read from afar: the unit stands once, beside the issue.

const NUMBER = /^([−-]?\d[\d\s.,]*%?)\s*(.*)$/;

function unitOf(options) {
  const units = new Set(options.map((option) => NUMBER.exec(option)?.[2] ?? option));
  return units.size === 1 && NUMBER.test(options[0]) ? [...units][0] : ""; // options may also be words
}

/** An option without the unit that stands beside the issue. */
export const bare = (option, unit) => (unit && option?.endsWith(unit) ? option.slice(0, -unit.length).trim() : option);

/** {issue: unit} for all that was said and heard in some rounds. */
export function unitsOf(rounds) {
  const seen = {};
  for (const { said, heard } of rounds) {
    for (const options of [said, ...Object.values(heard)]) {
      for (const [issue, option] of Object.entries(options)) (seen[issue] ||= []).push(option);
    }
  }
  return Object.fromEntries(Object.entries(seen).map(([issue, options]) => [issue, unitOf(options)]));
}
