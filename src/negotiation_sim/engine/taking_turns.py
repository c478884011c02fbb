"""One side's turn where a round is one turn of every side: accept what lies on the table, or replace it."""

from __future__ import annotations

from typing import Any

from negotiation_sim.concepts import ABSENT, TALKING, YES
from negotiation_sim.draws import Moment
from negotiation_sim.engine.clock import clock_at
from negotiation_sim.engine.counting import count_yes
from negotiation_sim.engine.demanding import revise_demand
from negotiation_sim.engine.offering import (
    clear_answers,
    make_up_mind,
    note_answer,
    propose,
    read_as_written,
    remember_offer,
    sign_if_enough,
    take_note,
)
from negotiation_sim.engine.rule_set import RuleSet
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule


@rule
def part_with_absent(table: Table) -> None:
    """At the start of a round: a side that left takes its offer and its yes with it."""
    for side in range(len(table.present)):
        if table.present[side] == 0:
            table.answers[side] = ABSENT
            if table.speaker[0] == side:
                table.pending[0] = 0


@rule
def is_asked(table: Table, seat: int) -> bool:
    """Whether an offer of another side lies on the table."""
    return table.pending[0] == 1 and table.speaker[0] != seat


@rule
def begin_turn(case: Case, table: Table, rules: RuleSet, room: Any, seat: int) -> None:
    """The side makes up its demand, once a turn, after hearing what lies on the table."""
    source = table.speaker[0] if is_asked(table, seat) else -1
    revise_demand(case, table, rules, room, seat, source, clock_at(case, table, table.round_no[0]))


@rule
def close_answer(case: Case, table: Table, rules: RuleSet, room: Any, seat: int) -> bool:
    """Who made the offer takes note of the answer; the last yes needed makes the deal. Whether it was a yes.

    An offer that fails when it is read as written, or at home, is off the table.
    """
    speaker = table.speaker[0]
    note_answer(table, speaker, seat)
    if table.answers[seat] != YES:
        return False
    if count_yes(table) >= table.needed[0]:
        for side in range(len(table.present)):
            read_as_written(case, table, rules, room, speaker, side)
        sign_if_enough(case, table, rules, room)
        table.pending[0] = 0
    return True


@rule
def clear_the_table(table: Table, seat: int) -> None:
    """The offer on the table, if there is one, is replaced by one of this side."""
    clear_answers(table)
    table.speaker[0] = seat


@rule
def put_on_the_table(case: Case, table: Table, moment: Moment, seat: int) -> None:
    """The new offer is heard by all others; its author stands by it."""
    remember_offer(table)
    table.pending[0] = 1
    table.answers[seat] = YES
    for listener in range(len(table.present)):
        if listener != seat and table.present[listener] == 1:
            take_note(case, table, moment, seat, listener)


@rule
def take_turns(case: Case, table: Table, rules: RuleSet, room: Any, moment: Moment) -> None:
    """One round: every side in the order of the file, until there is a deal."""
    part_with_absent(table)
    for seat in range(len(table.present)):
        if table.present[seat] == 1 and table.ending[0] == TALKING:
            begin_turn(case, table, rules, room, seat)
            agreed = False
            if is_asked(table, seat):
                make_up_mind(case, table, rules, room, table.speaker[0], seat)
                agreed = close_answer(case, table, rules, room, seat)
            if not agreed:
                clear_the_table(table, seat)
                propose(case, table, rules, room, seat)
                put_on_the_table(case, table, moment, seat)
