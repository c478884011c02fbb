"""Somebody thinks of an option nobody had thought of; if it seems good, it is open to all."""

from __future__ import annotations

from negotiation_sim.draws import INVENTION, Moment, unit, words
from negotiation_sim.engine.clock import moment_of
from negotiation_sim.engine.mediating import works
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule
from negotiation_sim.rules.invention import hoped_gain, share_understood


@rule
def hide_options(case: Case, table: Table) -> None:
    """At the start of talks only what is known lies on the table."""
    table.hidden[0] = 0
    for j in range(len(case.options)):
        table.options[j] = case.opening_options[j]
        table.found_in[j] = 0
        table.finder[j] = -1
        if case.opening_options[j] < case.options[j]:
            table.hidden[0] += 1


@rule
def _hidden_option(case: Case, table: Table, pick: int) -> int:
    for j in range(case.ordinary, len(case.options)):
        if table.options[j] < case.options[j]:
            if pick == 0:
                return j
            pick -= 1
    return -1


@rule
def _open_to_all(case: Case, table: Table, option: int, finder: int) -> None:
    table.options[option] = case.options[option]
    table.hidden[0] -= 1
    table.found_in[option] = table.round_no[0] + 1
    table.finder[option] = finder
    for p in range(len(table.present)):
        table.ideal[p, option] = 1 if table.values[p, option, 1] > 0.0 else 0


@rule
def think_of_options(case: Case, table: Table, moment: Moment, seat: int) -> None:
    """One side looks for an option that helps: the better it understands the others, the likelier it finds one.

    It takes one up if its own gain and the others' (as it believes, each weighted by trust) are positive in sum.
    """
    if table.hidden[0] == 0 or table.present[seat] == 0:
        return
    start = case.claim_noise * case.claim_noise
    chance = case.invention * share_understood(table.doubt[seat], start, table.present, seat)
    luck, pick, _, _ = words(moment, seat, INVENTION, 0)
    if unit(luck) >= chance:
        return
    option = _hidden_option(case, table, (pick * table.hidden[0]) >> 32)
    gain = hoped_gain(table.importance[seat], case.effects[option, 1])
    for q in range(len(table.present)):
        if q != seat and table.present[q] == 1:
            gain += table.trust[seat, q] * hoped_gain(table.beliefs[seat, q], case.effects[option, 1])
    if gain > 0.0:
        _open_to_all(case, table, option, seat)


@rule
def brainstorm(case: Case, table: Table, moment: Moment) -> None:
    """The mediator looks for options with the sides, as far as skill and what it learnt in caucus go."""
    if table.hidden[0] == 0 or not works(case, table) or table.efforts[6] <= 0.0:
        return
    n = len(table.present)
    start = case.claim_noise * case.claim_noise
    chance = case.invention * case.skill * table.efforts[6]
    chance *= share_understood(table.mediator_doubt, start, table.present, n)
    luck, pick, _, _ = words(moment, n, INVENTION, 0)
    if unit(luck) >= chance:
        return
    option = _hidden_option(case, table, (pick * table.hidden[0]) >> 32)
    gain = 0.0
    for p in range(n):
        if table.present[p] == 1:
            gain += hoped_gain(table.mediator_beliefs[p], case.effects[option, 1])
    if gain > 0.0:
        _open_to_all(case, table, option, n)


@rule
def look_for_options(case: Case, table: Table, argument: int) -> int:
    """Every side at the table, then the mediator, looks for new options."""
    moment = moment_of(table)
    for seat in range(len(table.present)):
        think_of_options(case, table, moment, seat)
    brainstorm(case, table, moment)
    return 0
