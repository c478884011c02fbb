"""The end of a round: does anybody see no hope, and is time over?"""

from __future__ import annotations

import math

from negotiation_sim.concepts import DEADLINE, TALKING, WALK_AWAY
from negotiation_sim.engine.mediating import works
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule
from negotiation_sim.rules.walk_away import patience_with_mediator, projected


@rule
def best_prospect(case: Case, table: Table, seat: int) -> float:
    """The most that this side can hope for by the deadline, from any source, if offers go on as they did."""
    n = len(table.present)
    used = table.round_no[0] + 1
    left = case.deadline - used
    best = -math.inf
    for source in range(n + 1):
        gone = source < n and table.present[source] == 0
        if source != seat and not gone and table.heard_offers[seat, source] > 0:
            understood = table.understood[seat, source]
            best = max(best, projected(understood, table.opening[seat, source], used, left))
    return best


@rule
def consider_leaving(case: Case, table: Table, seat: int) -> None:
    """In the second half of the time, a side that has seen no hope for longer than its patience leaves."""
    if case.patience[seat] == 0 or table.present[seat] == 0 or 2 * (table.round_no[0] + 1) <= case.deadline:
        return
    if best_prospect(case, table, seat) >= table.perceived[seat]:
        table.hopeless[seat] = 0
        return
    table.hopeless[seat] += 1
    help_given = case.skill * table.efforts[5] if works(case, table) else 0.0
    if table.hopeless[seat] >= patience_with_mediator(case.patience[seat], help_given):
        table.present[seat] = 0


@rule
def close_round(case: Case, table: Table) -> None:
    """Talks end when the quota is out of reach or time is over; otherwise the next round begins."""
    present = 0
    for p in range(len(table.present)):
        present += table.present[p]
    if table.ending[0] != TALKING:
        return
    if present < case.needed:
        table.ending[0] = WALK_AWAY
    elif table.round_no[0] + 1 >= case.deadline:
        table.ending[0] = DEADLINE
    else:
        table.round_no[0] += 1
