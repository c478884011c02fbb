// What a package is worth and what it does to interests. Worth is between 0 (worst package) and 1 (best).

/** Worth of a package by {issue: [value of each option]}; null if a choice is missing. */
export function worthOf(values, choice) {
  let sum = 0;
  for (const [issue, worths] of Object.entries(values)) {
    // an issue that nobody has thought of yet has one option, "as it is"
    const value = worths[worths.length === 1 ? 0 : choice?.[issue]];
    if (value === undefined) return null;
    sum += value;
  }
  return sum;
}

/** The values a side would have if it weighed the interests like this: best package 1, worst package 0. */
export function valuesFrom(weights, scenario) {
  const raw = scenario.issues.map((issue) =>
    issue.effects.map((effect) =>
      scenario.interests.reduce((sum, { id }, k) => sum + (weights[id] ?? 0) * (effect[k] ?? 0), 0),
    ),
  );
  const span = raw.reduce((sum, row) => sum + Math.max(...row) - Math.min(...row), 0) || 1;
  return Object.fromEntries(
    raw.map((row, i) => [scenario.issues[i].id, row.map((value) => (value - Math.min(...row)) / span)]),
  );
}

/** How far a package serves each interest: 0 the worst that is possible here, 1 the best; null if it matters nowhere. */
export function servedInterests(scenario, choice) {
  return scenario.interests.map((_, k) => {
    let [low, high, sum] = [0, 0, 0];
    for (const issue of scenario.issues) {
      const effects = issue.effects.map((effect) => effect[k] ?? 0);
      low += Math.min(...effects);
      high += Math.max(...effects);
      sum += effects[choice?.[issue.id]] ?? NaN;
    }
    return high - low < 1e-9 || Number.isNaN(sum) ? null : (sum - low) / (high - low);
  });
}

/** The interests most touched by one option, the weightiest of mine first: [{label, effect}]. */
export function touched(scenario, issue, option, importance, most = 3) {
  return scenario.interests
    .map(({ id, label }, k) => ({ label, effect: issue.effects[option]?.[k] ?? 0, weight: importance?.[id] ?? 0 }))
    .filter(({ effect, weight }) => Math.abs(effect) > 0.05 && weight > 0.03)
    .sort((a, b) => Math.abs(b.effect * b.weight) - Math.abs(a.effect * a.weight))
    .slice(0, most);
}
