"""Words for how much an interest matters, and the numbers that stand for them in the engine."""

from __future__ import annotations

from negotiation_sim.classroom.table.actions import Weight


def spoken_share(weight: Weight, interests: int) -> float:
    """The importance that a word claims, on the scale on which all interests of a side sum to 1."""
    return {"much": min(1.0, 3.0 / interests), "some": 1.0 / interests, "little": 0.0}[weight]


def word_for(share: float, interests: int) -> Weight:
    """The word nearest to an importance: what the listener makes of it."""
    if share >= 2.0 / interests:
        return "much"
    return "some" if share >= 0.5 / interests else "little"
