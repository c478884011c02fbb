"""The one primitive that makes every offer: `best_package`, and the scores of two ways to bargain."""

from __future__ import annotations

import math

import numpy as np

from negotiation_sim.concepts import Floats, Ints, Party, View
from negotiation_sim.rule import rule

_CLOSE = 1e-12


@rule
def _cheapest_swap(scores: Floats, values: Floats, count: int, issue: int, now: int) -> tuple[int, float]:
    """The option that loses least score per unit of value gained over the present one, and that price.

    Option -1 at an infinite price where no option gains.
    """
    best = -1
    best_price = math.inf
    for k in range(count):
        gain = values[issue, k] - values[issue, now]
        if gain > _CLOSE:
            price = (scores[issue, now] - scores[issue, k]) / gain
            if price < best_price:
                best_price = price
                best = k
    return best, best_price


@rule
def _reach_target(scores: Floats, values: Floats, options: Ints, missing: float, package: Ints) -> bool:
    """Make the single swap that reaches the target at the least loss of score, if one swap can reach it."""
    chosen_issue = -1
    chosen_option = -1
    least = math.inf
    for j in range(len(options)):
        now = package[j]
        for k in range(options[j]):
            if values[j, k] - values[j, now] >= missing - _CLOSE:
                loss = scores[j, now] - scores[j, k]
                if loss < least:
                    least = loss
                    chosen_issue = j
                    chosen_option = k
    if chosen_issue >= 0:
        package[chosen_issue] = chosen_option
    return chosen_issue >= 0


@rule
def _spend_slack(scores: Floats, values: Floats, options: Ints, slack: float, package: Ints) -> None:
    """Make single swaps that raise the score most while the value stays at the target, until none is left."""
    while True:
        chosen_issue = -1
        chosen_option = -1
        most = _CLOSE
        for j in range(len(options)):
            now = package[j]
            floor = values[j, now] - slack
            for k in range(options[j]):
                if values[j, k] >= floor:
                    gain = scores[j, k] - scores[j, now]
                    if gain > most:
                        most = gain
                        chosen_issue = j
                        chosen_option = k
        if chosen_issue < 0:
            return
        slack -= values[chosen_issue, package[chosen_issue]] - values[chosen_issue, chosen_option]
        package[chosen_issue] = chosen_option


@rule
def _raise_value(scores: Floats, values: Floats, options: Ints, target: float, value: float, package: Ints) -> None:
    """Make the cheapest swaps, one after the other, until the package is worth the target."""
    swaps = np.empty(len(options), dtype=np.int64)
    prices = np.empty(len(options), dtype=np.float64)
    for j in range(len(options)):
        swaps[j], prices[j] = _cheapest_swap(scores, values, options[j], j, package[j])
    while value < target - _CLOSE:
        issue = 0
        for j in range(1, len(options)):
            if prices[j] < prices[issue]:
                issue = j
        if swaps[issue] < 0:
            return
        option = swaps[issue]
        gain = values[issue, option] - values[issue, package[issue]]
        if gain >= target - value - _CLOSE and _reach_target(scores, values, options, target - value, package):
            return
        package[issue] = option
        value += gain
        swaps[issue], prices[issue] = _cheapest_swap(scores, values, options[issue], issue, option)


@rule
def best_package(scores: Floats, values: Floats, options: Ints, target: float, package: Ints) -> None:
    """Fill `package` with the highest-scoring package that is worth at least `target` to me.

    `scores[issue, option]` how much I would like the option in my next offer; `values[issue, option]` what it is
    worth to me (the best package 1, the worst 0); `target` in [0, 1]. Greedy by score lost per value gained, the
    last step by the cheapest single swap that reaches the target, then single swaps that spend the slack: a
    fractional-knapsack heuristic (Dantzig 1957) whose distance from the exact optimum docs/model.md reports.
    """
    value = 0.0
    for j in range(len(options)):
        best = 0
        for k in range(1, options[j]):
            better = scores[j, k] > scores[j, best]
            if better or (scores[j, k] == scores[j, best] and values[j, k] > values[j, best]):
                best = k
        package[j] = best
        value += values[j, best]
    if value < target - _CLOSE:
        _raise_value(scores, values, options, target, value, package)
    value = 0.0
    for j in range(len(options)):
        value += values[j, package[j]]
    if value > target:
        _spend_slack(scores, values, options, value - target, package)


@rule
def normalise_scores(scores: Floats, options: Ints) -> None:
    """Divide scores by their total range over packages, so that scores of different origin can be mixed."""
    span = 0.0
    for j in range(len(options)):
        lowest = scores[j, 0]
        highest = scores[j, 0]
        for k in range(1, options[j]):
            lowest = min(lowest, scores[j, k])
            highest = max(highest, scores[j, k])
        span += highest - lowest
    if span > 0.0:
        factor = 1.0 / span
        for j in range(len(options)):
            for k in range(options[j]):
                scores[j, k] *= factor


@rule
def heard_position(party: Party, view: View, issue: int) -> float:
    """The mean option that the others were heard to ask on an ordered issue."""
    total = 0.0
    count = 0
    for q in range(len(view.present)):
        if q != party.seat and view.present[q] == 1:
            total += view.positions[q, issue]
            count += 1
    return total / count if count > 0 else float(party.ideal[issue])


@rule
def heard_share(party: Party, view: View, issue: int, option: int) -> float:
    """The share of the others who were last heard to ask this option of an unordered issue."""
    asked = 0
    count = 0
    for q in range(len(view.present)):
        if q != party.seat and view.present[q] == 1:
            count += 1
            if int(view.positions[q, issue] + 0.5) == option:
                asked += 1
    return asked / count if count > 0 else 0.0


@rule
def _value_of_heard(party: Party, view: View) -> float:
    """What the others' demands, as heard, would be worth to me (between two levels: in proportion)."""
    total = 0.0
    for j in range(len(view.options)):
        if view.ordered[j] == 1:
            level = heard_position(party, view, j)
            below = min(int(level), int(view.options[j]) - 2)
            share = level - below
            total += party.values[j, below] * (1.0 - share) + party.values[j, below + 1] * share
        else:
            for k in range(view.options[j]):
                total += heard_share(party, view, j, k) * party.values[j, k]
    return total


@rule
def positional_scores(party: Party, view: View, scores: Floats) -> None:
    """Fill `scores` for haggling: from the own ideal straight towards what the others were heard to ask.

    On every issue the same fraction s = (1 - aspiration) / (1 - U(heard)) of the way, so no trades between issues.
    Ordered issue: minus the squared distance from that point. Unordered: 1 for the own ideal, s times the share of
    the others who ask it for any other option.
    """
    room = 1.0 - _value_of_heard(party, view)
    way = 1.0
    if room > 1.0 - view.aspiration:
        way = (1.0 - view.aspiration) / room
    for j in range(len(view.options)):
        own = party.ideal[j]
        if view.ordered[j] == 1:
            point = own + way * (heard_position(party, view, j) - own)
            for k in range(view.options[j]):
                distance = k - point
                scores[j, k] = -(distance * distance)
        else:
            for k in range(view.options[j]):
                scores[j, k] = way * heard_share(party, view, j, k)
            scores[j, own] = 1.0
    normalise_scores(scores, view.options)


@rule
def logrolling_scores(party: Party, view: View, scores: Floats) -> None:
    """Fill `scores` with what each option seems to do for the others' interests, weighted by emphasis."""
    weights = view.interest_scratch
    for g in range(len(weights)):
        weights[g] = 0.0
        for q in range(len(view.present)):
            if q != party.seat and view.present[q] == 1:
                weights[g] += view.emphasis[q] * view.beliefs[q, g]
    for j in range(len(view.options)):
        for k in range(view.options[j]):
            scores[j, k] = 0.0
            for g in range(len(weights)):
                scores[j, k] += weights[g] * view.effects[j, k, g]
    normalise_scores(scores, view.options)


@rule
def fixed_pie_share(party: Party, view: View) -> float:
    """How strongly the fixed-pie bias still acts, in [0, fixed_pie]: it erodes with what is known of the others."""
    total = 0.0
    count = 0
    for q in range(len(view.present)):
        if q != party.seat and view.present[q] == 1:
            for g in range(len(party.importance)):
                total += math.sqrt(view.doubt[q, g] / view.doubt_start)
                count += 1
    return party.fixed_pie * total / count if count > 0 else party.fixed_pie


@rule
def mix_scores(first: Floats, second: Floats, share: float, options: Ints, scores: Floats) -> None:
    """Fill `scores` with (1 - share) of the first and share of the second."""
    for j in range(len(options)):
        for k in range(options[j]):
            scores[j, k] = (1.0 - share) * first[j, k] + share * second[j, k]
