"""From importances and public effects to a side's private value table, and the utility of a package."""

from __future__ import annotations

import math

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.draws import IMPORTANCE, IMPORTANCE_RETRY, Moment, fine_unit, near_normal, uniform, words
from negotiation_sim.rule import rule


@rule
def gamma_draw(shape: float, moment: Moment, seat: int, index: int) -> float:
    """A gamma number with the given shape > 0 and scale 1, by Marsaglia and Tsang (2000, ACM TOMS 26:363-372).

    A shape below 1 is drawn at shape + 1 and scaled by u^(1/shape). The number of the attempt is part of the
    draw's key, so that a rejected attempt shifts no other draw. The round of the moment does not count: the same
    people sit there in all agreements of a series.
    """
    boosted = shape
    scale = 1.0
    if shape < 1.0:
        boosted = shape + 1.0
        u = 1.0 - uniform(Moment(moment.seed, moment.run, 0), seat, IMPORTANCE_RETRY, index)
        power = 1.0 / shape
        scale = math.pow(u, power)
    d = boosted - 1.0 / 3.0
    c = 1.0 / math.sqrt(9.0 * d)
    for attempt in range(1000):
        high, low, u_high, u_low = words(Moment(moment.seed, moment.run, attempt), seat, IMPORTANCE, index)
        z = near_normal(high, low)
        v = 1.0 + c * z
        if v <= 0.0:
            continue
        v = v * v * v
        u = 1.0 - fine_unit(u_high, u_low)
        if math.log(u) < 0.5 * z * z + d - d * v + d * math.log(v):
            return d * v * scale
    return d * scale


@rule
def draw_importance(expected: Floats, spread: float, moment: Moment, seat: int, importance: Floats) -> None:
    """Fill `importance` (sum 1) with a side's private weights for this run.

    Dirichlet around `expected` (sum 1) with concentration G / spread, G the number of interests: spread 0 gives
    `expected` itself, 1 a wide scatter.
    """
    count = len(expected)
    if spread <= 0.0:
        for g in range(count):
            importance[g] = expected[g]
        return
    total = 0.0
    for g in range(count):
        importance[g] = 0.0
        if expected[g] > 0.0:
            importance[g] = gamma_draw(expected[g] * count / spread, moment, seat, g)
        total += importance[g]
    for g in range(count):
        importance[g] = importance[g] / total if total > 0.0 else expected[g]


@rule
def fill_values(importance: Floats, effects: Floats, options: Ints, ordinary: int, values: Floats) -> None:
    """Fill `values[issue, option]`: effects weighted by importance, rescaled.

    The first `ordinary` issues set the scale: over them the best package is worth 1 and the worst 0, found issue by
    issue, because utilities add up. The rest are options to be invented: worth what they add to a package, 0 without.
    """
    span = 0.0
    for j in range(len(options)):
        lowest = math.inf
        highest = -math.inf
        for k in range(options[j]):
            value = 0.0
            for g in range(len(importance)):
                value += importance[g] * effects[j, k, g]
            values[j, k] = value
            lowest = min(lowest, value)
            highest = max(highest, value)
        base = lowest if j < ordinary else values[j, 0]
        for k in range(options[j]):
            values[j, k] -= base
        if j < ordinary:
            span += highest - lowest
    for j in range(len(options)):
        for k in range(options[j]):
            values[j, k] = values[j, k] / span if span > 0.0 else 0.0


@rule
def fill_ideal(values: Floats, options: Ints, ideal: Ints) -> None:
    """Fill `ideal[issue]` with the own best option of each issue (the first of equals)."""
    for j in range(len(options)):
        best = 0
        for k in range(1, options[j]):
            if values[j, k] > values[j, best]:
                best = k
        ideal[j] = best


@rule
def utility(values: Floats, package: Ints) -> float:
    """Utility of a package in [0, 1]: the values of its options added up in the order of the issues."""
    total = 0.0
    for j in range(len(package)):
        total += values[j, package[j]]
    return total


@rule
def is_met(condition: Ints, package: Ints) -> bool:
    """Whether a package has one of the options `condition[issue, option]` == 1 on every issue."""
    met = True
    for j in range(len(package)):
        met = met and condition[j, package[j]] == 1
    return met


@rule
def conditional_utility(values: Floats, conditions: Ints, issue_of: Ints, nothing: Floats, package: Ints) -> float:
    """Utility of a package where conditions count: those that are met take an issue's worth away, or all of it.

    `conditions[condition, issue, option]` as in `is_met`; `issue_of[condition]` the issue that then adds
    `nothing[issue]`, -1 where the package is worth nothing.
    """
    total = 0.0
    for j in range(len(package)):
        worth = values[j, package[j]]
        for c in range(len(conditions)):
            if issue_of[c] == j and is_met(conditions[c], package):
                worth = nothing[j]
        total += worth
    for c in range(len(conditions)):
        if issue_of[c] == -1 and is_met(conditions[c], package):
            total = 0.0
    return total
