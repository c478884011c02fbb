"""When a side sees no hope and leaves the table."""

from __future__ import annotations

from negotiation_sim.rule import rule


@rule
def projected(understood: float, opening: float, rounds_used: int, rounds_left: int) -> float:
    """Where a speaker's offers would arrive at the deadline if they went on getting better as they did so far."""
    return understood + (understood - opening) / rounds_used * rounds_left


@rule
def patience_with_mediator(patience: int, help_given: float) -> float:
    """Rounds without hope that a side sits through when a mediator keeps it at the table."""
    return patience * (1.0 + 2.0 * help_given)
