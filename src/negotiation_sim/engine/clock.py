"""Time at the table: the moment of a draw, and the share of all concessions that should be made by now."""

from __future__ import annotations

from negotiation_sim.draws import Moment
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule

ROUNDS_APART = 1024  # so many numbers of rounds belong to one negotiation of a series


@rule
def moment_of(table: Table) -> Moment:
    """The moment of this round of this negotiation of the run."""
    return Moment(table.seed[0], table.run[0], table.agreement[0] * ROUNDS_APART + table.round_no[0])


@rule
def start_of(table: Table) -> Moment:
    """The moment before the first round of this negotiation of the run."""
    return Moment(table.seed[0], table.run[0], table.agreement[0] * ROUNDS_APART)


@rule
def rounds_in_stage(table: Table) -> int:
    """Rounds of the present stage, this one included."""
    return int(table.round_no[0] + 1 - table.stage_began[0])


@rule
def clock_at(case: Case, table: Table, round_no: int) -> float:
    """The time used, in (0, 1], when round `round_no` (from 0) is over: in plain talks its share of all rounds.

    On a ladder each stage has a share of the time, which passes evenly within it. Where a round is one turn of every
    side, the last turns come shortly before the end: (round + 1) / (rounds + 1), as peers count it.
    """
    stage = table.stage[0]
    used = min(1.0, (round_no + 1.0 - table.stage_began[0]) / (case.stage_rounds[stage] + case.by_turns))
    return case.stage_clock[stage] + (case.stage_clock[stage + 1] - case.stage_clock[stage]) * used
