"""An arbitrator decides: a package of its own, or one of the sides' last offers."""

from __future__ import annotations

import math

from negotiation_sim.concepts import AWARD
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.engine.worth import worth_of
from negotiation_sim.rule import rule
from negotiation_sim.rules.preferences import fill_values
from negotiation_sim.rules.single_text import worst_and_sum, write_text


@rule
def _study_the_case(case: Case, table: Table, insight: float) -> None:
    """Fill `table.estimates` and `table.lines`: the public picture of each side, nearer the truth the more insight."""
    for p in range(len(table.present)):
        for g in range(len(table.taste)):
            table.taste[g] = insight * table.importance[p, g] + (1.0 - insight) * case.shares[p, g]
        fill_values(table.taste, case.effects, table.options, case.ordinary, table.estimates[p])
        table.lines[p] = insight * table.reservation[p] + (1.0 - insight) * case.reservation[p]


@rule
def _choose_last_offer(case: Case, table: Table) -> bool:
    """Put the last offer that leaves the worst-off side most on the table; False where nobody has offered."""
    most = -math.inf
    best = -1
    for p in range(len(table.present)):
        if table.present[p] == 1 and table.offered[p] == 1:
            worth = worst_and_sum(table.estimates, table.lines, table.present, table.last_offers[p], table.surplus)
            if worth > most:
                most = worth
                best = p
    if best < 0:
        return False
    for j in range(len(table.offer)):
        table.offer[j] = table.last_offers[best, j]
    return True


@rule
def _carried_out(case: Case, table: Table, enforcement: float) -> bool:
    """Whether no side at the table finds the award further below its line than it puts up with."""
    if enforcement >= 1.0:
        return True
    for p in range(len(table.present)):
        if table.present[p] == 1 and worth_of(case, table, p, table.offer) < table.perceived[p] - enforcement:
            return False
    return True


@rule
def decide(case: Case, table: Table, stage: int) -> None:
    """The arbitrator's award at the end of a stage; it ends the dispute if it is carried out."""
    for p in range(len(table.present)):
        table.present[p] = case.stage_seats[stage, p]
    _study_the_case(case, table, case.stage_insight[stage])
    if case.stage_award[stage] == 1 or not _choose_last_offer(case, table):
        write_text(
            table.estimates,
            table.lines,
            table.present,
            table.options,
            table.weights,
            table.surplus,
            table.candidate,
            table.offer,
        )
    if _carried_out(case, table, case.stage_enforcement[stage]):
        table.ending[0] = AWARD
