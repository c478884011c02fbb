"""The life of an agreement: checks whether the sides keep it, and trust carried into the next talks."""

from __future__ import annotations

from negotiation_sim.concepts import AGREEMENT, AWARD
from negotiation_sim.draws import NOTICED, SHOCK, Moment, normal, pair, uniform
from negotiation_sim.engine.clock import ROUNDS_APART
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.engine.worth import worth_of
from negotiation_sim.rule import rule
from negotiation_sim.rules.term import carried_trust, keeps
from negotiation_sim.rules.trust import after_breach, after_offer

_TERM = 1000  # the term's place among the numbers of rounds of a negotiation


@rule
def _look_at(case: Case, table: Table, moment: Moment, seat: int, check: int) -> None:
    """At one check: does this side keep the agreement, and who learns of it?"""
    n = len(table.present)
    watched = case.monitoring == 1
    surplus = worth_of(case, table, seat, table.offer) + table.payments[seat] - table.reservation[seat]
    shock = case.shock * normal(moment, seat, SHOCK, check)
    kept = keeps(surplus, shock, case.deterrence if watched else 0.0)
    table.checked[0] += 1
    if kept:
        table.kept[0] += 1
    for other in range(n):
        if other == seat:
            continue
        trust = table.trust[other, seat]
        if watched and kept:
            table.trust[other, seat] = after_offer(trust, 1.0, case.trust_gain[other], case.trust_loss[other], 1.0)
        elif not kept and (watched or uniform(moment, pair(seat, other), NOTICED, check) < case.noticed):
            table.trust[other, seat] = after_breach(trust, case.trust_loss[other])


@rule
def live_under_agreement(case: Case, table: Table, argument: int) -> int:
    """The term of what was signed or awarded, for those who sat there; nothing happens without one."""
    if table.ending[0] != AGREEMENT and table.ending[0] != AWARD:
        return 0
    moment = Moment(table.seed[0], table.run[0], table.agreement[0] * ROUNDS_APART + _TERM)
    for check in range(case.checks):
        for seat in range(len(table.present)):
            if case.stage_seats[table.stage[0], seat] == 1:
                _look_at(case, table, moment, seat, check)
    return 0


@rule
def is_last(case: Case, table: Table) -> bool:
    """Whether this is the agreement of the series that the run ends with."""
    return table.agreement[0] + 1 >= case.agreements


@rule
def turn_to_next(case: Case, table: Table) -> None:
    """Keep what trust is left for the next talks of the series."""
    n = len(table.present)
    for p in range(n):
        for q in range(n + 1):
            start = case.trust_in_mediator[p] if q == n else case.trust[p]
            table.carried_trust[p, q] = carried_trust(start, table.trust[p, q], case.carry)
    table.agreement[0] += 1


@rule
def restore_trust(case: Case, table: Table) -> None:
    """Begin the later talks of a series with the trust that was left."""
    if table.agreement[0] == 0:
        return
    n = len(table.present)
    for p in range(n):
        for q in range(n + 1):
            table.trust[p, q] = table.carried_trust[p, q]
