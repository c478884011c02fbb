"""No full deal: what is agreed is signed, the rest goes into a protocol of disagreements."""

from __future__ import annotations

import math

from negotiation_sim.concepts import PARTIAL, PROTOCOL_ONLY
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule


@rule
def stake_of(case: Case, table: Table, seat: int, issue: int) -> float:
    """How much of a side's whole utility hangs on an issue: what its best option is worth to it."""
    most = 0.0
    if issue < case.ordinary:
        for k in range(case.options[issue]):
            most = max(most, table.values[seat, issue, k])
    return most


@rule
def gain_on(case: Case, table: Table, seat: int, issue: int, line: float) -> float:
    """What the signed option of an issue gives a side beyond its share of no deal, which is spread over issues."""
    return table.values[seat, issue, table.offer[issue]] - line * stake_of(case, table, seat, issue)


@rule
def worth_in_part(case: Case, table: Table, seat: int, line: float) -> float:
    """Utility of the signed part: no deal on the rest."""
    worth = line
    for j in range(len(table.signed)):
        if table.signed[j] == 1:
            worth += gain_on(case, table, seat, j, line)
    return worth


@rule
def _mark_where_offers_meet(case: Case, table: Table) -> None:
    """An issue is agreed where the last offers of all who sit there are the same, or one step apart: then the lower."""
    n = len(table.present)
    for j in range(len(table.signed)):
        low = math.inf
        high = -math.inf
        for p in range(n):
            if case.stage_seats[table.stage[0], p] == 1:
                if table.offered[p] == 0:
                    high = math.inf
                low = min(low, table.last_offers[p, j])
                high = max(high, table.last_offers[p, j])
        apart = 1 if case.ordered[j] == 1 else 0
        # A clause that somebody invented is agreed where all include it.
        matters = j < case.ordinary or low > 0.0
        table.signed[j] = 1 if matters and high - low <= apart else 0
        table.offer[j] = int(low)


@rule
def _worst_issue(case: Case, table: Table, seat: int) -> int:
    worst = -1
    least = math.inf
    for j in range(len(table.signed)):
        if table.signed[j] == 1:
            gain = gain_on(case, table, seat, j, table.perceived[seat])
            if gain < least:
                least = gain
                worst = j
    return worst


@rule
def settle_in_part(case: Case, table: Table) -> None:
    """Sign the issues on which offers meet; a side for whom the part is worse than nothing has its worst issue out."""
    _mark_where_offers_meet(case, table)
    seat = 0
    while seat < len(table.present):
        sits = case.stage_seats[table.stage[0], seat] == 1
        line = table.perceived[seat]
        if sits and worth_in_part(case, table, seat, line) < line:
            table.signed[_worst_issue(case, table, seat)] = 0
            seat = 0
        else:
            seat += 1
    signed = 0
    for j in range(len(table.signed)):
        signed += table.signed[j]
    table.ending[0] = PARTIAL if signed > 0 else PROTOCOL_ONLY
