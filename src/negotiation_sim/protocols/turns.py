"""Whose turn it is at a round table."""

from __future__ import annotations

from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule


@rule
def next_at_the_table(table: Table) -> int:
    """The next side that is still present, by a counter of its own, so that a mediator's text skips nobody."""
    count = len(table.present)
    for _ in range(count):
        seat = table.turn[0] % count
        table.turn[0] += 1
        if table.present[seat] == 1:
            return int(seat)
    return 0


@rule
def mediator_or_next(case: Case, table: Table) -> int:
    """The mediator when a text of its own is due, otherwise the next side."""
    if table.text_due[0] >= 1.0 - 1e-9:
        table.text_due[0] -= 1.0
        return len(case.reservation)
    return next_at_the_table(table)
