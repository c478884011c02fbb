"""The start of a run: private importances, values and reservation values are dealt, beliefs are blank."""

from __future__ import annotations

from typing import Any

from negotiation_sim.concepts import TALKING
from negotiation_sim.draws import OPTIMISM, REALITY, RELUCTANCE, RESERVATION, Moment, normal, uniform
from negotiation_sim.engine.after_signing import restore_trust
from negotiation_sim.engine.clock import clock_at, start_of
from negotiation_sim.engine.delegating import make_mandate
from negotiation_sim.engine.demanding import revise_demand
from negotiation_sim.engine.inventing import hide_options
from negotiation_sim.engine.rule_set import RuleSet
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.engine.worth import worth_of
from negotiation_sim.rule import rule
from negotiation_sim.rules.preferences import draw_importance, fill_ideal, fill_values


@rule
def deal_preferences(case: Case, table: Table, moment: Moment, seat: int) -> None:
    """Importances, values, true and perceived reservation value of one side."""
    if case.organisations[seat] > 0:
        make_mandate(case, table, moment, seat)
    else:
        draw_importance(case.shares[seat], case.importance_spread[seat], moment, seat, table.importance[seat])
    if case.has_own_values[seat] == 1:
        for j in range(len(case.options)):
            for k in range(case.options[j]):
                table.values[seat, j, k] = case.own_values[seat, j, k]
    else:
        fill_values(table.importance[seat], case.effects, case.options, case.ordinary, table.values[seat])
    fill_ideal(table.values[seat], case.opening_options, table.ideal[seat])
    spread = case.reservation_spread[seat] * (2.0 * uniform(moment, seat, RESERVATION, 0) - 1.0)
    table.reservation[seat] = min(1.0, max(0.0, case.reservation[seat] + spread))
    overrated = 2.0 * case.optimism[seat] * uniform(moment, seat, OPTIMISM, 0)
    table.perceived[seat] = min(1.0, table.reservation[seat] + overrated)
    table.opening_line[seat] = table.perceived[seat]
    table.reality_luck[seat] = normal(moment, seat, REALITY, 0)
    table.reluctance[seat] = 2.0 * case.reluctance[seat] * uniform(moment, seat, RELUCTANCE, 0)


@rule
def blank_beliefs(case: Case, table: Table, seat: int) -> None:
    """What one side thinks of the others before a word is said: all interests alike, their ideals are known.

    Opening demands are public: that is what `positions` and the first expectation of an offer's value start from.
    """
    n = len(table.present)
    interests = table.importance.shape[1]
    variance = case.claim_noise * case.claim_noise
    for q in range(n):
        table.trust[seat, q] = case.trust[seat]
        table.disclosed[seat, q] = 0
        table.claimed[seat, q] = 0
        table.emphasis[seat, q] = 1.0
        for g in range(interests):
            table.beliefs[seat, q, g] = 1.0 / interests
            table.doubt[seat, q, g] = variance
        for j in range(len(case.options)):
            table.positions[seat, q, j] = table.ideal[q, j]
        value = worth_of(case, table, seat, table.ideal[q])
        table.raw[seat, q] = value
        table.understood[seat, q] = value
        table.opening[seat, q] = value
    table.trust[seat, n] = case.trust_in_mediator[seat]
    table.raw[seat, n] = 0.5
    table.understood[seat, n] = 0.5
    table.opening[seat, n] = 0.5
    for source in range(n + 1):
        table.heard_offers[seat, source] = 0
    table.answers[seat] = 0
    table.payments[seat] = 0.0
    for member in range(len(table.ballots[seat])):
        table.ballots[seat, member] = -1


@rule
def blank_mediator(case: Case, table: Table) -> None:
    """The mediator starts as ignorant as everybody, and reckons with each side's usual reservation value."""
    interests = table.importance.shape[1]
    for p in range(len(table.present)):
        for g in range(interests):
            table.mediator_beliefs[p, g] = 1.0 / interests
            table.mediator_doubt[p, g] = case.claim_noise * case.claim_noise
        table.mediator_lines[p] = case.reservation[p]
    for action in range(len(table.efforts)):
        table.efforts[action] = 0.0
    table.text_due[0] = 0.0
    table.channel[1] = 0.0


@rule
def open_series(table: Table, seed: int, run: int) -> None:
    """Begin a run: with the first negotiation of its series, or the only one."""
    table.seed[0] = seed
    table.run[0] = run
    table.agreement[0] = 0


@rule
def deal(case: Case, table: Table, rules: RuleSet, room: Any) -> None:
    """Set the table for one negotiation: `table` knows the seed, the run, and which of a series it is."""
    moment = start_of(table)
    table.turn[0] = 0
    table.ending[0] = TALKING
    table.pending[0] = 0
    table.misheard[0] = 0
    table.listened[0] = 0
    table.found_out[0] = 0
    table.votes_failed[0] = 0
    table.kept[0] = 0
    table.checked[0] = 0
    for kind in range(2):
        table.disclosures[kind] = 0
        table.occasions[kind] = 0
    for j in range(len(table.signed)):
        table.signed[j] = 0
    for source in range(len(table.offered)):
        table.offered[source] = 0
    hide_options(case, table)
    for seat in range(len(table.present)):
        deal_preferences(case, table, moment, seat)
        rules.rank(room, seat)
    for seat in range(len(table.present)):
        blank_beliefs(case, table, seat)
    blank_mediator(case, table)
    restore_trust(case, table)
    rules.climb(room, -1)
    for seat in range(len(table.present)):
        table.aspiration[seat] = 1.0
        revise_demand(case, table, rules, room, seat, -1, clock_at(case, table, 0))
