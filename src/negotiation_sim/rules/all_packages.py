"""Choosing among all packages, ranked by what they are worth to a side."""

from __future__ import annotations

from negotiation_sim.concepts import Floats
from negotiation_sim.rule import rule


@rule
def place_of(ranked: Floats, target: float) -> int:
    """The first place in a rising row of numbers that holds at least the target; one past the end if none does."""
    low = 0
    high = len(ranked)
    while low < high:
        middle = (low + high) >> 1
        if ranked[middle] < target:
            low = middle + 1
        else:
            high = middle
    return low


@rule
def first_at_least(ranked: Floats, target: float, tolerance: float) -> int:
    """The first place that holds at least the target, or the last place of all.

    One that lies below the target by less than the tolerance is taken instead if it is nearer, the first of the
    nearest.
    """
    chosen = min(place_of(ranked, target), len(ranked) - 1)
    distance = abs(ranked[chosen] - target)
    place = chosen
    for below in range(chosen - 1, -1, -1):
        gap = abs(ranked[below] - target)
        if ranked[below] < target - tolerance or gap > distance:
            break
        if gap < distance or place < chosen:
            distance = gap
            place = below
    return place


@rule
def nearest(ranked: Floats, target: float) -> int:
    """The first of the places whose number is nearest to the target; of one above and one below, that below."""
    above = min(place_of(ranked, target), len(ranked) - 1)
    place = above
    if above > 0 and target - ranked[above - 1] <= abs(ranked[above] - target):
        place = place_of(ranked, ranked[above - 1])
    return place
