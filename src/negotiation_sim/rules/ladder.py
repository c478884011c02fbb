"""On the ladder of a dispute: who comes to the table, how far negotiators may go, what a stoppage does.

All forms are ours; that learning about one's real alternative ends a strike goes back to Hicks (1932).
"""

from __future__ import annotations

from negotiation_sim.rule import rule


@rule
def comes(reluctance: float, pull: float, awareness: float, threat: float) -> bool:
    """Whether a side comes to a stage: duty, as far as the side knows it, and what it risks outweigh reluctance."""
    return reluctance <= pull * awareness + threat


@rule
def held_to_mandate(aspiration: float, line: float, authority: float) -> float:
    """The demand of negotiators who may give way only so far (authority in [0, 1]) from all towards the line."""
    if authority >= 1.0:
        return aspiration
    return max(aspiration, 1.0 - authority * (1.0 - line))


@rule
def alternative_after_day(alternative: float, loss: float, intensity: float) -> float:
    """The worth of no deal after a day of stoppage, at least 0."""
    return max(0.0, alternative - loss * intensity)


@rule
def sobered_by_day(line: float, alternative: float, learning: float, intensity: float) -> float:
    """The perceived worth of no deal after a day of stoppage has shown the real one; only an overrated one moves."""
    if line <= alternative:
        return line
    return line - learning * intensity * (line - alternative)
