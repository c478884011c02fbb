"""The end of a round: does anybody see no hope?"""

from __future__ import annotations

import math

from negotiation_sim.engine.clock import rounds_in_stage
from negotiation_sim.engine.mediating import works
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule
from negotiation_sim.rules.walk_away import patience_with_mediator, projected


@rule
def best_prospect(case: Case, table: Table, seat: int) -> float:
    """The most that this side can hope for by the end of the stage, from any source, if offers go on as they did."""
    n = len(table.present)
    used = table.round_no[0] + 1
    left = table.stage_limit[0] - rounds_in_stage(table)
    best = -math.inf
    for source in range(n + 1):
        gone = source < n and table.present[source] == 0
        if source != seat and not gone and table.heard_offers[seat, source] > 0:
            understood = table.understood[seat, source]
            best = max(best, projected(understood, table.opening[seat, source], used, left))
    return best


@rule
def may_leave(case: Case, table: Table, seat: int) -> bool:
    """Whether a side may think of leaving: in the second half of a stage.

    While work is stopped talks must go on, and nobody hastens an award by leaving.
    """
    if case.patience[seat] == 0 or table.present[seat] == 0:
        return False
    stage = table.stage[0]
    is_bound = case.stage_intensity[stage] > 0.0 or case.stage_award[stage] > 0
    return 2 * rounds_in_stage(table) > table.stage_limit[0] and not is_bound


@rule
def consider_leaving(case: Case, table: Table, seat: int) -> None:
    """A side that has seen no hope for longer than its patience leaves; on a ladder that leads to the next stage."""
    if not may_leave(case, table, seat):
        return
    if best_prospect(case, table, seat) >= table.perceived[seat]:
        table.hopeless[seat] = 0
        return
    table.hopeless[seat] += 1
    help_given = case.skill * table.efforts[5] if works(case, table) else 0.0
    if table.hopeless[seat] >= patience_with_mediator(case.patience[seat], help_given):
        table.present[seat] = 0
