"""Members and the deal their leaders signed: what each member cares about, expects, and votes.

The form is ours; the idea is intra-organisational bargaining (Walton and McKersie 1965) and the two-level game
(Putnam 1988).
"""

from __future__ import annotations

import math

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.draws import MEMBER_TASTE, Moment, near_normal, words
from negotiation_sim.rule import rule

MOST_DRAWS = 10  # pairs of interests: the draws of one member that lie together
LAYER = 1024  # above every number of a seat: further interests are drawn as if for other seats


@rule
def fill_taste(importance: Floats, spread: float, moment: Moment, seat: int, member: int, taste: Floats) -> None:
    """Fill `taste[interest]` (sum 1): the importances of a member's organisation, each times max(0.1, 1 + spread z)."""
    total = 0.0
    for first in range(0, len(importance), 2):
        pair = first // 2
        who, index = seat + LAYER * (pair // MOST_DRAWS), member * MOST_DRAWS + pair % MOST_DRAWS
        w0, w1, w2, w3 = words(moment, who, MEMBER_TASTE, index)
        taste[first] = importance[first] * max(0.1, 1.0 + spread * near_normal(w0, w1))
        total += taste[first]
        if first + 1 < len(importance):
            taste[first + 1] = importance[first + 1] * max(0.1, 1.0 + spread * near_normal(w2, w3))
            total += taste[first + 1]
    for g in range(len(importance)):
        taste[g] = taste[g] / total if total > 0.0 else importance[g]


@rule
def package_worth(taste: Floats, effects: Floats, options: Ints, ordinary: int, package: Ints) -> float:
    """Utility of a package for these importances, on the scale of `preferences.fill_values`, without a table of values.

    `ordinary`: the first so many issues set the scale; the rest are invented options, worth what they add.
    """
    span = 0.0
    worth = 0.0
    for j in range(len(package)):
        lowest = math.inf
        highest = -math.inf
        base = 0.0
        chosen = 0.0
        for k in range(options[j]):
            value = 0.0
            for g in range(len(taste)):
                value += taste[g] * effects[j, k, g]
            lowest = min(lowest, value)
            highest = max(highest, value)
            if k == 0:
                base = value
            if k == package[j]:
                chosen = value
        if j < ordinary:
            span += highest - lowest
            worth += chosen - lowest
        else:
            worth += chosen - base
    return worth / span if span > 0.0 else 0.0


@rule
def members_bar(opening_line: float, gap: float, luck: float, explanation: float, line: float) -> float:
    """What members ask of a deal: at first the leaders' line and the gap; explained at home, it nears the present line.

    `explanation` in [0, 1] is the share of the way that explanation carries. `luck` is near-normal.
    """
    bar = opening_line + gap + 0.03 * luck
    return bar + explanation * (line - bar)


@rule
def carries(yes: int, members: int, majority: float) -> bool:
    """Whether so many votes exceed the majority."""
    return yes > majority * members


@rule
def line_after_rejection(line: float, bar: float) -> float:
    """The leaders' line, a utility in [0, 1], after a failed vote: half way to what the members ask, never down."""
    return min(1.0, line + 0.5 * (bar - line)) if bar > line else line
