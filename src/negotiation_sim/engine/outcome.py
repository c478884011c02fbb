"""What is kept of a run: one row of numbers, written by both executors with the same function."""

from __future__ import annotations

import numpy as np

from negotiation_sim.concepts import AGREEMENT, Floats
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule
from negotiation_sim.rules.beliefs import understanding
from negotiation_sim.rules.preferences import utility

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
)
SIDE_COLUMNS = ("utility", "reservation", "opening_line", "closing_line", "understanding")


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
def write_row(case: Case, table: Table, row: Floats) -> None:
    """Fill a row with what came of a run."""
    n = len(case.reservation)
    deal = table.ending[0] == AGREEMENT
    joint = 0.0
    least = 2.0
    trust = 0.0
    trust_in_mediator = 0.0
    for p in range(n):
        worth = utility(table.values[p], table.offer) if deal else table.reservation[p]
        joint += worth
        least = min(least, worth - table.reservation[p])
        known = 0.0
        for q in range(n):
            if q != p:
                trust += table.trust[p, q]
                known += understanding(table.beliefs[p, q], table.importance[q])
        trust_in_mediator += table.trust[p, n]
        row[11 + p] = worth
        row[11 + n + p] = table.reservation[p]
        row[11 + 2 * n + p] = table.opening_line[p]
        row[11 + 3 * n + p] = table.perceived[p]
        row[11 + 4 * n + p] = known / (n - 1)
    row[0] = table.ending[0]
    row[1] = table.round_no[0] + 1
    row[2] = table.speaker[0] if deal else -1
    row[3] = joint
    row[4] = least if deal else 0.0
    row[5] = trust / (n * (n - 1))
    row[6] = trust_in_mediator / n
    row[7] = _share(table.misheard[0], table.listened[0])
    row[8] = _share(table.disclosures[0], table.occasions[0])
    row[9] = _share(table.disclosures[1], table.occasions[1])
    row[10] = table.found_out[0]
    for j in range(len(case.options)):
        row[11 + 5 * n + j] = table.offer[j] if deal else -1
