"""What is kept of a run: one row of numbers, written by both executors with the same function."""

from __future__ import annotations

import math

import numpy as np

from negotiation_sim.concepts import AGREEMENT, AWARD, PARTIAL, Floats
from negotiation_sim.engine.clock import clock_at
from negotiation_sim.engine.settling_in_part import worth_in_part
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.engine.worth import worth_of
from negotiation_sim.rule import rule
from negotiation_sim.rules.beliefs import understanding

# Columns of a row before those of the sides; append only.
COLUMNS = (
    "ending",
    "rounds",
    "proposer",  # seat whose offer was signed, n for the mediator, -1 for none
    "joint_value",  # sum of utilities of the deal; without a deal, of the true reservation values
    "least_surplus",  # of the deal over the true reservation value, for the side that has least; 0 without a deal
    "trust",  # mean over pairs of sides at the end
    "trust_in_mediator",  # mean over sides at the end
    "misheard",  # share of issues heard wrong
    "disclosed_to_sides",  # share of occasions to speak of interests that were used
    "disclosed_to_mediator",
    "found_out",  # exaggerations found out
    "stage",  # in which the talks ended, from 1; 0 where they never began
    "days",  # working days; without a ladder, rounds
    "stoppage_days",  # days on which work was stopped
    "refusals",  # times that a side did not come to a stage
    "votes_failed",  # times that members turned a deal down
    "options_found",
    "issues_signed",
    "compliance",  # share of checks at which a side kept the agreement; 0 without a check
)
WHOLE_COLUMNS = (
    "rounds",
    "proposer",
    "found_out",
    "stage",
    "refusals",
    "votes_failed",
    "options_found",
    "issues_signed",
)
SIDE_COLUMNS = ("utility", "reservation", "opening_line", "closing_line", "understanding", "stoppage_cost")
_COMMON = len(COLUMNS)


def column_names(roles: tuple[str, ...], issues: tuple[str, ...]) -> tuple[str, ...]:
    """Names of all columns of a row: `COLUMNS`, then `SIDE_COLUMNS` by side, then the signed option by issue."""
    sides = tuple(f"{role}.{name}" for name in SIDE_COLUMNS for role in roles)
    return COLUMNS + sides + tuple(f"option.{issue}" for issue in issues)


def row_width(case: Case) -> int:
    """How many numbers a row has."""
    return len(COLUMNS) + len(SIDE_COLUMNS) * len(case.reservation) + len(case.options)


def new_rows(case: Case, runs: int) -> Floats:
    """Room for the rows of some runs."""
    return np.zeros((runs, row_width(case)), dtype=np.float64)


@rule
def _share(part: int, whole: int) -> float:
    return part / whole if whole > 0 else 0.0


@rule
def worth_at_end(case: Case, table: Table, seat: int) -> float:
    """What a side ends with: the deal, the award or the signed part, else its alternative; less what stoppages cost.

    What comes late is worth less by discount^time, where a side discounts.
    """
    worth = table.reservation[seat]
    if table.ending[0] == AGREEMENT or table.ending[0] == AWARD:
        worth = worth_of(case, table, seat, table.offer) + table.payments[seat]
    elif table.ending[0] == PARTIAL:
        worth = worth_in_part(case, table, seat, table.reservation[seat])
    worth -= table.stoppage_paid[seat]
    if 0.0 < case.discount[seat] < 1.0:
        worth *= math.pow(case.discount[seat], clock_at(case, table, table.round_no[0]))
    return worth


@rule
def is_signed(case: Case, table: Table, issue: int) -> bool:
    """Whether something on this issue is signed or awarded: an option, or a clause that is included."""
    if table.ending[0] == PARTIAL:
        return table.signed[issue] == 1
    whole = table.ending[0] == AGREEMENT or table.ending[0] == AWARD
    return whole and (issue < case.ordinary or table.offer[issue] > 0)


@rule
def _write_sides(case: Case, table: Table, row: Floats) -> None:
    n = len(case.reservation)
    deal = table.ending[0] == AGREEMENT
    joint = 0.0
    least = 2.0
    trust = 0.0
    trust_in_mediator = 0.0
    for p in range(n):
        worth = worth_at_end(case, table, p)
        joint += worth
        least = min(least, worth - table.reservation[p])
        known = 0.0
        for q in range(n):
            if q != p:
                trust += table.trust[p, q]
                known += understanding(table.beliefs[p, q], table.importance[q])
        trust_in_mediator += table.trust[p, n]
        row[_COMMON + p] = worth
        row[_COMMON + n + p] = table.reservation[p]
        row[_COMMON + 2 * n + p] = table.opening_line[p]
        row[_COMMON + 3 * n + p] = table.perceived[p]
        row[_COMMON + 4 * n + p] = known / (n - 1)
        row[_COMMON + 5 * n + p] = table.stoppage_paid[p]
    row[3] = joint
    row[4] = least if deal else 0.0
    row[5] = trust / (n * (n - 1))
    row[6] = trust_in_mediator / n


@rule
def _write_dispute(case: Case, table: Table, row: Floats) -> None:
    refusals = 0
    for stage in range(len(case.stage_rounds)):
        for p in range(len(case.reservation)):
            refusals += table.refused[stage, p]
    found = 0
    for j in range(len(case.options)):
        found += 1 if table.found_in[j] > 0 else 0
    row[11] = table.stage[0] + 1 if table.round_no[0] >= 0 else 0
    row[12] = table.days[0]
    row[13] = table.stoppage_days[0]
    row[14] = refusals
    row[15] = table.votes_failed[0]
    row[16] = found
    row[18] = _share(table.kept[0], table.checked[0])


@rule
def write_row(case: Case, table: Table, row: Floats) -> None:
    """Fill a row with what came of a run: of its last negotiation, where it is a series."""
    row[0] = table.ending[0]
    row[1] = table.round_no[0] + 1
    row[2] = table.speaker[0] if table.ending[0] == AGREEMENT else -1
    _write_sides(case, table, row)
    row[7] = _share(table.misheard[0], table.listened[0])
    row[8] = _share(table.disclosures[0], table.occasions[0])
    row[9] = _share(table.disclosures[1], table.occasions[1])
    row[10] = table.found_out[0]
    _write_dispute(case, table, row)
    signed = 0
    for j in range(len(case.options)):
        row[_COMMON + 6 * len(case.reservation) + j] = -1
        if is_signed(case, table, j):
            signed += 1
            row[_COMMON + 6 * len(case.reservation) + j] = table.offer[j]
    row[17] = signed
