"""One negotiation from the first offer to its end, in compiled code (plain Python where numba is missing)."""

from __future__ import annotations

from typing import Any

from negotiation_sim.concepts import TALKING
from negotiation_sim.draws import Moment
from negotiation_sim.engine.after_signing import is_last, turn_to_next
from negotiation_sim.engine.clock import moment_of
from negotiation_sim.engine.closing import close_round
from negotiation_sim.engine.dealing import deal, open_series
from negotiation_sim.engine.leaving import consider_leaving
from negotiation_sim.engine.mediating import meets_this_round, notice_bias, open_round, test_reality
from negotiation_sim.engine.offering import (
    await_others,
    clear_answers,
    hear_and_answer,
    propose,
    propose_text,
    read_as_written,
    remember_offer,
    sign_if_enough,
)
from negotiation_sim.engine.rule_set import RuleSet
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.engine.taking_turns import take_turns
from negotiation_sim.engine.talking import meet_in_caucus, prepare_talk, tell
from negotiation_sim.rule import rule


@rule
def offer_and_answer(case: Case, table: Table, rules: RuleSet, room: Any, moment: Moment) -> None:
    """Somebody proposes, the others answer, and enough yeses to the text as written make a deal."""
    n = len(table.present)
    clear_answers(table)
    speaker = int(rules.next_speaker(room))
    table.speaker[0] = speaker
    if speaker < n:
        propose(case, table, rules, room, speaker)
    else:
        propose_text(case, table)
        notice_bias(case, table)
    remember_offer(table)
    for seat in range(n):
        if seat == speaker:
            await_others(case, table, rules, room, seat)
        elif table.present[seat] == 1:
            hear_and_answer(case, table, rules, room, moment, speaker, seat)
    for seat in range(n):
        read_as_written(case, table, rules, room, speaker, seat)
    sign_if_enough(case, table, rules, room)


@rule
def talk_and_mediate(case: Case, table: Table, rules: RuleSet, room: Any, moment: Moment) -> None:
    """The sides speak of interests, meet the mediator, look for new options, and consider leaving."""
    n = len(table.present)
    for seat in range(n):
        if table.present[seat] == 1:
            prepare_talk(case, table, rules, room, seat)
            if case.direct_talk == 1:
                for listener in range(n):
                    if listener != seat and table.present[listener] == 1:
                        tell(case, table, moment, seat, listener)
            if meets_this_round(case, table, seat):
                meet_in_caucus(case, table, moment, seat)
                test_reality(case, table, seat)
    if table.hidden[0] > 0:
        rules.invent(room, 0)
    for seat in range(n):
        consider_leaving(case, table, seat)


@rule
def play(case: Case, table: Table, rules: RuleSet, room: Any, seed: int, run: int) -> None:
    """One run: the negotiations of a series, mostly a single one, each dealt, played round by round, and lived under.

    `BargainingModel` takes the same steps with agents; a test holds the two equal.
    """
    open_series(table, seed, run)
    more = True
    while more:
        deal(case, table, rules, room)
        while table.ending[0] == TALKING:
            moment = moment_of(table)
            open_round(case, table, rules, room)
            if case.by_turns == 1:
                take_turns(case, table, rules, room, moment)
            else:
                offer_and_answer(case, table, rules, room, moment)
            if table.ending[0] == TALKING:
                talk_and_mediate(case, table, rules, room, moment)
            close_round(case, table, rules, room)
        rules.live(room, 0)
        more = not is_last(case, table)
        if more:
            turn_to_next(case, table)
