"""A guarantor at the table adds payments, so that sides which lack little can sign."""

from __future__ import annotations

from negotiation_sim.concepts import NO_BELOW_LINE, NO_DEVALUED, WITHDREW, YES
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.engine.worth import worth_of
from negotiation_sim.rule import rule


@rule
def _lack(case: Case, table: Table, seat: int) -> float:
    """What the offer as written lacks for a side that does not agree; 0 where it lacks nothing."""
    answer = table.answers[seat]
    if answer != NO_BELOW_LINE and answer != NO_DEVALUED and answer != WITHDREW:
        return 0.0
    return max(0.0, table.aspiration[seat] - worth_of(case, table, seat, table.offer))


@rule
def top_up(case: Case, table: Table, missing: int) -> None:
    """Pay what sides lack, in their order, if that makes a deal, the budget holds, and the payer still wants it."""
    payer = case.payer
    if missing <= 0 or table.answers[payer] != YES:
        return
    budget = case.payment_budget
    for seat in range(len(table.present)):
        lack = _lack(case, table, seat)
        if missing > 0 and 0.0 < lack <= budget:
            table.payments[seat] = lack
            budget -= lack
            missing -= 1
    price = case.payment_price * (case.payment_budget - budget)
    worth = worth_of(case, table, payer, table.offer) - price
    if missing > 0 or worth < table.aspiration[payer]:
        for seat in range(len(table.present)):
            table.payments[seat] = 0.0
        return
    table.payments[payer] = -price
    for seat in range(len(table.present)):
        if table.payments[seat] > 0.0:
            table.answers[seat] = YES
