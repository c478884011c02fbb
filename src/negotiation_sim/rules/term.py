"""After signing: whether a side keeps the agreement, and what that does to trust. Ours."""

from __future__ import annotations

from negotiation_sim.rule import rule


@rule
def keeps(surplus: float, shock: float, at_stake: float) -> bool:
    """Whether keeping is better than breaking: the deal's worth over none, circumstances, and what is at stake."""
    return surplus + shock + at_stake >= 0.0


@rule
def carried_trust(start: float, now: float, carry: float) -> float:
    """Trust with which the next talks begin: the share `carry` of the change stays."""
    return start + carry * (now - start)
