"""What the mediator does besides caucus and text: decide on efforts, open the channel, test against reality."""

from __future__ import annotations

from typing import Any

from negotiation_sim.engine.clock import clock_at
from negotiation_sim.engine.demanding import revise_demand
from negotiation_sim.engine.rule_set import RuleSet
from negotiation_sim.engine.stopping_work import begin_day
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule
from negotiation_sim.rules.channel import carried, opened
from negotiation_sim.rules.mediation import reality_reading, sobered, trust_under_pressure
from negotiation_sim.rules.trust import after_breach


@rule
def works(case: Case, table: Table) -> bool:
    """Whether a mediator with any skill has entered and has a place in this stage."""
    return case.skill > 0.0 and table.mediator_sits[0] == 1 and table.round_no[0] + 1 >= case.enters


@rule
def open_round(case: Case, table: Table, rules: RuleSet, room: Any) -> None:
    """A day may begin; the mediator decides on its efforts; the clarity of every link in this round follows."""
    begin_day(case, table, rules, room)
    if table.round_no[0] > 0 and table.round_no[0] == table.stage_began[0]:
        # A new stage: other people, another mandate.
        for seat in range(len(table.present)):
            revise_demand(case, table, rules, room, seat, -1, clock_at(case, table, table.round_no[0]))
    help_given = 0.0
    at_work = works(case, table)
    if at_work:
        rules.style(room, clock_at(case, table, table.round_no[0]))
        table.text_due[0] += table.efforts[4] / case.text_every
        help_given = case.skill * table.efforts[0]
    carrying = 1.0 if case.carried == 1 and at_work else 0.0
    if table.channel[0] == help_given and table.channel[1] == carrying:
        return
    table.channel[0] = help_given
    table.channel[1] = carrying
    n = len(table.present)
    regained = case.stage_clarity[table.stage[0]]
    for speaker in range(n + 1):
        for listener in range(n):
            quality = case.quality[speaker, listener]
            if carrying > 0.0 and speaker < n:
                quality = carried(quality, case.skill)
            clarity = opened(quality * case.listening[listener], help_given)
            table.clarity[speaker, listener] = 1.0 - (1.0 - clarity) * (1.0 - regained) if regained > 0.0 else clarity


@rule
def meets_this_round(case: Case, table: Table, seat: int) -> bool:
    """Whether the mediator meets this side in caucus this round: every side, or one side a round in turn."""
    if not works(case, table) or table.present[seat] == 0:
        return False
    return case.caucus_one == 0 or table.round_no[0] % len(table.present) == seat


@rule
def test_reality(case: Case, table: Table, seat: int) -> None:
    """The mediator asks one side what it really has if talks fail; pressing can cost it that side's trust."""
    n = len(table.present)
    effort = case.skill * table.efforts[3]
    if seat == case.favoured:
        effort *= 1.0 - case.bias
    if effort <= 0.0:
        return
    reading = reality_reading(table.reservation[seat], case.skill, table.reality_luck[seat])
    gap = table.perceived[seat] - reading
    trust = table.trust[seat, n]
    table.perceived[seat] = sobered(table.perceived[seat], reading, case.pressure * effort, trust)
    table.trust[seat, n] = trust_under_pressure(trust, gap, effort, case.pressure_cost)


@rule
def notice_bias(case: Case, table: Table) -> None:
    """A partial text shows: every side but the favoured one trusts the mediator less."""
    n = len(table.present)
    if case.favoured < 0:
        return
    for seat in range(n):
        if seat != case.favoured:
            table.trust[seat, n] = after_breach(table.trust[seat, n], case.trust_loss[seat] * case.bias)
