"""The middle of a round: somebody proposes, everybody hears and answers, the text is read as written."""

from __future__ import annotations

from typing import Any

from negotiation_sim.concepts import (
    ABSENT,
    AGREEMENT,
    NO_BELOW_LINE,
    NO_DEVALUED,
    NOT_ASKED,
    WITHDREW,
    YES,
)
from negotiation_sim.draws import Moment
from negotiation_sim.engine.clock import clock_at
from negotiation_sim.engine.counting import count_yes
from negotiation_sim.engine.demanding import revise_demand
from negotiation_sim.engine.ranking import fill_package
from negotiation_sim.engine.rule_set import RuleSet
from negotiation_sim.engine.table import MEMORY, Case, Table
from negotiation_sim.engine.worth import worth_of
from negotiation_sim.rule import rule
from negotiation_sim.rules.acceptance import emphasis_after
from negotiation_sim.rules.beliefs import contradicts, learn_from_offer, offer_as_claimed
from negotiation_sim.rules.channel import hear_package, remember_position, understand
from negotiation_sim.rules.mediation import favoured_line
from negotiation_sim.rules.packages import best_package
from negotiation_sim.rules.preferences import fill_values
from negotiation_sim.rules.single_text import write_text
from negotiation_sim.rules.trust import after_breach, after_offer, devalued


@rule
def propose(case: Case, table: Table, rules: RuleSet, room: Any, seat: int) -> None:
    """The side at this seat puts its next offer on the table."""
    number = rules.packages[case.packages_code[seat]](room, seat, clock_at(case, table, table.round_no[0]))
    if number >= 0:
        fill_package(number, case.options, table.offer)
    else:
        best_package(table.scores, table.values[seat], table.options, table.aspiration[seat], table.offer)


@rule
def propose_text(case: Case, table: Table) -> None:
    """The mediator puts a text on the table: its best guess at what serves the worst-off side."""
    for p in range(len(table.present)):
        fill_values(table.mediator_beliefs[p], case.effects, table.options, case.ordinary, table.estimates[p])
        line = table.mediator_lines[p]
        if p == case.favoured:
            line = favoured_line(line, case.bias)
        table.lines[p] = line
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


@rule
def _take_in(case: Case, table: Table, moment: Moment, speaker: int, listener: int) -> float:
    """Hear the offer and update trust, positions and memory; returns what the offer is understood to be worth."""
    clarity = table.clarity[speaker, listener]
    heard = table.heard[listener]
    table.misheard[0] += hear_package(table.offer, table.options, clarity, moment, speaker, listener, heard)
    table.listened[0] += len(heard) - table.hidden[0]
    raw = worth_of(case, table, listener, heard)
    value = understand(raw, table.understood[listener, speaker], clarity)
    memory = table.memory[listener, speaker]
    for i in range(MEMORY - 1, 0, -1):
        memory[i] = memory[i - 1]
    memory[0] = value
    table.understood[listener, speaker] = value
    if speaker < len(table.present):
        table.trust[listener, speaker] = after_offer(
            table.trust[listener, speaker],
            raw - table.raw[listener, speaker],
            case.trust_gain[listener],
            case.trust_loss[listener],
            case.trust_scale[listener],
        )
        remember_position(table.positions[listener, speaker], heard, case.ordered, clarity)
    elif table.heard_offers[listener, speaker] == 0:
        table.opening[listener, speaker] = value
    table.raw[listener, speaker] = raw
    table.heard_offers[listener, speaker] += 1
    return value


@rule
def _read_between_the_lines(case: Case, table: Table, speaker: int, listener: int) -> None:
    """Learn about the speaker's interests from the offer, and notice when it contradicts what was claimed."""
    clarity = table.clarity[speaker, listener]
    belief = table.beliefs[listener, speaker]
    heard = table.heard[listener]
    if case.vigilance[listener] > 0.0 and table.claimed[listener, speaker] == 1:
        worth = offer_as_claimed(belief, heard, case.effects, table.options)
        doubt = table.doubt[listener, speaker]
        if contradicts(worth, table.aspiration[listener], doubt, clarity):
            table.found_out[0] += 1
            loss = case.vigilance[listener]
            table.trust[listener, speaker] = after_breach(table.trust[listener, speaker], loss)
    if case.learning[listener] > 0.0:
        learn_from_offer(belief, heard, case.effects, table.options, case.learning[listener] * clarity)


@rule
def take_note(case: Case, table: Table, moment: Moment, speaker: int, listener: int) -> None:
    """One side hears the offer, learns from it, and feels what it is worth (`table.felt`)."""
    value = _take_in(case, table, moment, speaker, listener)
    if speaker < len(table.present):
        _read_between_the_lines(case, table, speaker, listener)
    table.felt[listener] = devalued(value, case.devaluation[listener], table.trust[listener, speaker])


@rule
def hear_offer(
    case: Case, table: Table, rules: RuleSet, room: Any, moment: Moment, speaker: int, listener: int
) -> None:
    """One side hears the offer, and revises its own next demand."""
    take_note(case, table, moment, speaker, listener)
    later = clock_at(case, table, table.round_no[0] + 1)
    revise_demand(case, table, rules, room, listener, speaker, later)


@rule
def make_up_mind(case: Case, table: Table, rules: RuleSet, room: Any, speaker: int, listener: int) -> None:
    """One side says yes or no to the offer it heard, by its acceptance rule."""
    later = clock_at(case, table, table.round_no[0] + 1)
    accept = rules.acceptance[case.acceptance_code[listener]]
    felt, understood = table.felt[listener], table.understood[listener, speaker]
    if accept(room, listener, speaker, later, felt) == 1:
        table.answers[listener] = YES
    elif felt != understood and accept(room, listener, speaker, later, understood) == 1:
        table.answers[listener] = NO_DEVALUED
    else:
        table.answers[listener] = NO_BELOW_LINE


@rule
def note_answer(table: Table, speaker: int, listener: int) -> None:
    """Who proposed draws conclusions from a side's yes or no (`table.answers`)."""
    accepted = table.answers[listener] == YES
    if speaker < len(table.present):
        table.emphasis[speaker, listener] = emphasis_after(table.emphasis[speaker, listener], accepted)
    elif not accepted:
        table.mediator_lines[listener] = min(1.0, table.mediator_lines[listener] + 0.02)


@rule
def hear_and_answer(
    case: Case, table: Table, rules: RuleSet, room: Any, moment: Moment, speaker: int, listener: int
) -> None:
    """One side hears the offer, revises its next demand, and says yes or no."""
    hear_offer(case, table, rules, room, moment, speaker, listener)
    make_up_mind(case, table, rules, room, speaker, listener)
    note_answer(table, speaker, listener)


@rule
def await_others(case: Case, table: Table, rules: RuleSet, room: Any, seat: int) -> None:
    """The speaker, who says yes to its own offer, makes up its mind about its own next demand."""
    revise_demand(case, table, rules, room, seat, -1, clock_at(case, table, table.round_no[0] + 1))
    table.answers[seat] = YES


@rule
def withdraw(case: Case, table: Table, speaker: int, seat: int) -> None:
    """A side takes back its yes: the text is not what it understood, and it trusts its author less."""
    table.answers[seat] = WITHDREW
    table.trust[seat, speaker] = after_breach(table.trust[seat, speaker], case.trust_loss[seat])


@rule
def read_as_written(case: Case, table: Table, rules: RuleSet, room: Any, speaker: int, seat: int) -> None:
    """A side that said yes reads the written text, and withdraws if it is not what it understood."""
    if table.answers[seat] != YES or seat == speaker:
        return
    later = clock_at(case, table, table.round_no[0] + 1)
    accept = rules.acceptance[case.acceptance_code[seat]]
    if accept(room, seat, speaker, later, worth_of(case, table, seat, table.offer)) == 0:
        withdraw(case, table, speaker, seat)


@rule
def remember_offer(table: Table) -> None:
    """Keep the offer as its author's last one, as said."""
    speaker = table.speaker[0]
    table.offered[speaker] = 1
    for j in range(len(table.offer)):
        table.last_offers[speaker, j] = table.offer[j]


@rule
def clear_answers(table: Table) -> None:
    """Before a new offer: nobody has been asked, whoever left is absent."""
    for p in range(len(table.present)):
        table.answers[p] = NOT_ASKED if table.present[p] == 1 else ABSENT


@rule
def sign_if_enough(case: Case, table: Table, rules: RuleSet, room: Any) -> None:
    """The deal stands if the yeses that remain, after payments and votes at home, reach the quota."""
    missing = table.needed[0] - count_yes(table)
    if missing > 0 and case.payer < 0:
        return
    rules.at_home(room, missing)
    if count_yes(table) >= table.needed[0]:
        table.ending[0] = AGREEMENT
