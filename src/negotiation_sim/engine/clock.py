"""Time at the table."""

from __future__ import annotations

from negotiation_sim.engine.table import Case
from negotiation_sim.rule import rule


@rule
def clock_at(case: Case, round_no: int) -> float:
    """The share of time used when round `round_no` (from 0) is over, at most 1."""
    return min(1.0, (round_no + 1.0) / case.deadline)
