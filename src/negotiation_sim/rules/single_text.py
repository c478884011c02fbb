"""The mediator's draft: the package that leaves the worst-off side the most, as far as the mediator knows."""

from __future__ import annotations

import math

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.rule import rule

_RE_WEIGHTINGS = 5


@rule
def worst_and_sum(estimates: Floats, lines: Floats, present: Ints, package: Ints, surplus: Floats) -> float:
    """Fill `surplus[side]` of a package and return its worth to the mediator: worst surplus + 0.1 * their sum."""
    worst = math.inf
    total = 0.0
    for p in range(len(lines)):
        surplus[p] = -lines[p]
        for j in range(len(package)):
            surplus[p] += estimates[p, j, package[j]]
        if present[p] == 1:
            worst = min(worst, surplus[p])
            total += surplus[p]
    return worst + 0.1 * total


@rule
def _weighted_best(estimates: Floats, weights: Floats, options: Ints, package: Ints) -> None:
    for j in range(len(options)):
        best = 0
        most = -math.inf
        for k in range(options[j]):
            value = 0.0
            for p in range(len(weights)):
                value += weights[p] * estimates[p, j, k]
            if value > most:
                most = value
                best = k
        package[j] = best


@rule
def _climb(estimates: Floats, present: Ints, options: Ints, surplus: Floats, package: Ints) -> None:
    """Coordinate ascent: change one issue at a time for the better until no change helps."""
    improved = True
    while improved:
        improved = False
        for j in range(len(options)):
            now = package[j]
            best = now
            most = -math.inf
            standing_pat = 0.0
            for k in range(options[j]):
                worst = math.inf
                total = 0.0
                for p in range(len(surplus)):
                    if present[p] == 1:
                        s = surplus[p] - estimates[p, j, now] + estimates[p, j, k]
                        worst = min(worst, s)
                        total += s
                worth = worst + 0.1 * total
                if k == now:
                    standing_pat = worth
                if worth > most:
                    most = worth
                    best = k
            if best != now and most > standing_pat + 1e-12:
                for p in range(len(surplus)):
                    surplus[p] += estimates[p, j, best] - estimates[p, j, now]
                package[j] = best
                improved = True


@rule
def write_text(
    estimates: Floats,
    lines: Floats,
    present: Ints,
    options: Ints,
    weights: Floats,
    surplus: Floats,
    candidate: Ints,
    package: Ints,
) -> None:
    """Fill `package` with the mediator's text.

    `estimates[side, issue, option]`: what the mediator thinks options are worth to each side; `lines[side]`: the
    reservation values it reckons with. Re-weighted sums (those below the mean gain weight), the best kept, then
    coordinate ascent. `weights`, `surplus` (by side) and `candidate` (by issue) are scratch space.
    """
    for p in range(len(lines)):
        weights[p] = 1.0 * present[p]  # who left has no weight
    most = -math.inf
    for step in range(_RE_WEIGHTINGS):
        _weighted_best(estimates, weights, options, candidate)
        worth = worst_and_sum(estimates, lines, present, candidate, surplus)
        if worth > most:
            most = worth
            for j in range(len(options)):
                package[j] = candidate[j]
        mean = 0.0
        count = 0
        for p in range(len(lines)):
            if present[p] == 1:
                mean += surplus[p]
                count += 1
        mean /= max(1, count)
        for p in range(len(lines)):
            change = 2.0 / (1.0 + 0.5 * step) * (mean - surplus[p])
            weights[p] = weights[p] * (1.0 + change) if change > 0.0 else weights[p] / (1.0 - change)
    worst_and_sum(estimates, lines, present, package, surplus)
    _climb(estimates, present, options, surplus, package)
