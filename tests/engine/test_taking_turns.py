"""Stacked alternating offers, rule by rule: who is asked, what is replaced, when there is a deal.

Package number k of nine is worth k/10 to everybody; offers and demands are written down beforehand.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from negotiation_sim.concepts import (
    ABSENT,
    AGREEMENT,
    NO_BELOW_LINE,
    NOT_ASKED,
    TALKING,
    VOTED_DOWN,
    WITHDREW,
    YES,
    Party,
    View,
)
from negotiation_sim.draws import Moment
from negotiation_sim.engine.clock import moment_of
from negotiation_sim.engine.mediating import open_round
from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.engine.procedures import procedures_of
from negotiation_sim.engine.ranking import fill_package
from negotiation_sim.engine.selection import Selection
from negotiation_sim.engine.setting import Setting
from negotiation_sim.engine.taking_turns import (
    clear_the_table,
    close_answer,
    is_asked,
    part_with_absent,
    put_on_the_table,
    take_turns,
)
from negotiation_sim.mediators.full import full
from negotiation_sim.protocols.turns import mediator_or_next
from negotiation_sim.rules.acceptance import reaches_aspiration
from negotiation_sim.rules.talk import say_nothing
from negotiation_sim.strategies.strategy import Strategy

Make = Callable[..., Any]
WORTHS = [[0.0, 0.3, 0.6], [0.0, 0.1, 0.2]]
NOW = Moment(1, 0, 0)


class Script:
    """What each side demands and offers, round by round (the last entry goes on); keeps what happens."""

    def __init__(self, demands: Sequence[Sequence[float]], offers: Sequence[Sequence[int]]) -> None:
        """`demands[seat][round]`, `offers[seat][number of the offer]`."""
        self.demands, self.offers = demands, offers
        self.made = [0, 0, 0]
        self.events: list[tuple[str, int]] = []
        self.revised: list[tuple[int, int, float]] = []

    def concession(self, party: Party, view: View) -> float:
        self.revised.append((party.seat, view.source, view.clock))
        own = self.demands[party.seat]
        return own[min(view.round_no, len(own) - 1)]

    def packages(self, party: Party, view: View) -> int:
        number = self.offers[party.seat][min(self.made[party.seat], len(self.offers[party.seat]) - 1)]
        self.made[party.seat] += 1
        self.events.append((f"offers {number}", party.seat))
        return number

    def acceptance(self, party: Party, view: View, value: float) -> bool:
        says_yes = bool(reaches_aspiration(party, view, value))
        self.events.append(("yes" if says_yes else "no", party.seat))
        return says_yes

    @property
    def strategy(self) -> Strategy:
        return Strategy(self.concession, self.packages, say_nothing, self.acceptance)

    @property
    def told(self) -> str:
        """What happened, such as "0 offers 5, 1 yes"."""
        return ", ".join(f"{seat} {what}" for what, seat in self.events)


def make(bargaining: Make, script: Script, **fields: Any) -> Any:
    """A table where nobody has spoken yet."""
    plain = {"by_turns": 1, "has_own_values": 1, "own_values": WORTHS, "patience": 0}
    bargain = bargaining(strategies=(script.strategy,) * 2, **(plain | fields))
    script.revised.clear()
    return bargain


def by_steps(bargain: Any, script: Script, rounds: int) -> Any:
    """Rounds as the kernel plays them; the table afterwards."""
    case, table, rules, room = bargain
    for _ in range(rounds):
        if table.ending[0] == TALKING:
            open_round(case, table, rules, room)
            take_turns(case, table, rules, room, moment_of(table))
            if table.ending[0] == TALKING:
                table.round_no[0] += 1
    return table


def by_agents(bargain: Any, script: Script, rounds: int) -> Any:
    """The same rounds as Mesa's agents play them."""
    rules = ([rule] * 2 for rule in script.strategy)
    chosen = Selection(*rules, style=full, next_speaker=mediator_or_next, procedures=procedures_of(bargain.case))
    model = BargainingModel(Setting(bargain.case, chosen, ("a", "b", "c"), ("x", "y")))
    script.revised.clear()
    for _ in range(rounds):
        model.step()
    return model.table


PLAYERS = pytest.mark.parametrize("play", [by_steps, by_agents])
HOLD_OUT = [0.9]  # no package is worth so much


def played(bargaining: Make, play: Any, script: Script, rounds: int, **fields: Any) -> Any:
    return play(make(bargaining, script, **fields), script, rounds)


@PLAYERS
def test_a_side_is_asked_about_what_lies_on_the_table_and_replaces_what_it_refuses(bargaining: Make, play: Any) -> None:
    script = Script([HOLD_OUT] * 3, [[8, 7], [6, 5], [4, 3]])
    table = played(bargaining, play, script, 2)
    assert script.told == (
        "0 offers 8, 1 no, 1 offers 6, 2 no, 2 offers 4, 0 no, 0 offers 7, 1 no, 1 offers 5, 2 no, 2 offers 3"
    )
    assert (table.ending[0], table.speaker[0], table.offer.tolist()) == (TALKING, 2, [1, 0])
    assert table.answers.tolist() == [NOT_ASKED, NOT_ASKED, YES]


@PLAYERS
def test_a_side_revises_its_demand_once_a_turn_after_what_lies_on_the_table(bargaining: Make, play: Any) -> None:
    script = Script([HOLD_OUT, [0.5], HOLD_OUT], [[8], [6], [4]])
    played(bargaining, play, script, 2, deadline=9)
    assert script.told.startswith("0 offers 8, 1 yes, 2 no, 2 offers 4, 0 no")
    # 2 answers what 0 offered: 1 had only said yes.
    assert [(seat, source) for seat, source, _ in script.revised] == [(0, -1), (1, 0), (2, 0), (0, 2), (1, 0), (2, 0)]
    assert [clock for _, _, clock in script.revised] == pytest.approx([0.1] * 3 + [0.2] * 3)


@PLAYERS
def test_there_is_a_deal_when_all_others_said_yes_over_the_end_of_a_round_too(bargaining: Make, play: Any) -> None:
    """Side 1's offer is accepted by 2 in the first round and by 0 in the second; nobody is asked twice."""
    script = Script([[0.7, 0.5], HOLD_OUT, [0.5]], [[8], [6], [4]])
    table = played(bargaining, play, script, 9)
    assert script.told == "0 offers 8, 1 no, 1 offers 6, 2 yes, 0 yes, 0 yes, 2 yes"  # the last two read the text
    assert (table.ending[0], table.round_no[0], table.speaker[0]) == (AGREEMENT, 1, 1)
    assert table.answers.tolist() == [YES, YES, YES]


@PLAYERS
def test_a_replaced_offer_takes_the_yeses_to_it_along(bargaining: Make, play: Any) -> None:
    """Side 1 accepts 0's offer, 2 replaces it: 1 must be asked again about 2's, after 0."""
    script = Script([[0.4], [0.4], [0.9, 0.9]], [[8], [6], [5]])
    table = played(bargaining, play, script, 2)
    assert script.told == "0 offers 8, 1 yes, 2 no, 2 offers 5, 0 yes, 1 yes, 0 yes, 1 yes"
    assert (table.ending[0], table.round_no[0], table.speaker[0], table.offer.tolist()) == (AGREEMENT, 1, 2, [1, 2])


@PLAYERS
def test_with_two_of_three_needed_the_first_yes_makes_the_deal(bargaining: Make, play: Any) -> None:
    script = Script([[0.4]] * 3, [[8], [6], [5]])
    table = played(bargaining, play, script, 2, needed=2)
    assert script.told == "0 offers 8, 1 yes, 1 yes"
    assert (table.ending[0], table.round_no[0]) == (AGREEMENT, 0)
    assert table.answers.tolist() == [YES, YES, NOT_ASKED]


@PLAYERS
def test_who_has_left_has_no_turn_and_is_not_waited_for(bargaining: Make, play: Any) -> None:
    """Side 1 has no seat; its seat is passed over and two yeses are enough."""
    script = Script([HOLD_OUT, HOLD_OUT, [0.9, 0.4]], [[8, 7], [6], [5]])
    table = played(bargaining, play, script, 2, needed=2, stage_seats=[[1, 0, 1]])
    assert script.told == "0 offers 8, 2 no, 2 offers 5, 0 no, 0 offers 7, 2 yes, 2 yes"
    assert (table.ending[0], table.answers.tolist()) == (AGREEMENT, [YES, ABSENT, YES])


def lying(bargain: Any, number: int, speaker: int) -> Any:
    """The table where a side has just put a package on it."""
    case, table, _, _ = bargain
    open_round(*bargain)
    clear_the_table(table, speaker)
    fill_package(number, case.options, table.offer)
    put_on_the_table(case, table, NOW, speaker)
    return table


def test_a_new_offer_is_heard_by_everybody_else_at_once(bargaining: Make) -> None:
    bargain = make(bargaining, Script([HOLD_OUT] * 3, [[8]] * 3))
    before = bargain.table.heard_offers.copy()
    table = lying(bargain, 7, 1)
    assert (table.heard_offers - before).tolist() == [[0, 1, 0, 0], [0, 0, 0, 0], [0, 1, 0, 0]]
    assert table.felt[[0, 2]] == pytest.approx([0.7, 0.7])
    assert (table.last_offers[1].tolist(), table.offered.tolist()) == ([2, 1], [0, 1, 0, 0])
    assert table.answers.tolist() == [NOT_ASKED, YES, NOT_ASKED]
    assert [is_asked(table, seat) for seat in range(3)] == [True, False, True]


def test_who_leaves_takes_its_offer_and_its_yes_along(bargaining: Make) -> None:
    for gone, asked in ((1, False), (2, True)):
        table = lying(make(bargaining, Script([HOLD_OUT] * 3, [[8]] * 3)), 7, 1)
        table.answers[2] = YES
        table.present[gone] = 0
        part_with_absent(table)
        assert table.answers[gone] == ABSENT
        assert table.answers[3 - gone] == YES
        assert bool(is_asked(table, 0)) is asked


def accepted(bargain: Any, *seats: int) -> list[bool]:
    """What closing the answer of sides that said yes in turn gives."""
    found = []
    for seat in seats:
        bargain.table.answers[seat] = YES
        found.append(bool(close_answer(*bargain, seat)))
    return found


def test_a_text_that_is_not_what_was_understood_is_off_the_table(bargaining: Make) -> None:
    """Both others heard something better than 0.2; only side 1 demands more than that."""
    bargain = make(bargaining, Script([HOLD_OUT] * 3, [[8]] * 3), trust=0.5, trust_loss=0.2)
    table = lying(bargain, 2, 0)
    table.aspiration[:] = [0.9, 0.5, 0.1]
    trust = table.trust[:, 0].copy()
    assert accepted(bargain, 1) == [True]
    assert (table.ending[0], table.pending[0]) == (TALKING, 1)
    assert accepted(bargain, 2) == [True]
    assert (table.ending[0], table.pending[0]) == (TALKING, 0)
    assert table.answers.tolist() == [YES, WITHDREW, YES]
    assert table.trust[1:, 0] == pytest.approx([trust[1] * 0.8, trust[2]])
    assert not any(is_asked(table, seat) for seat in range(3))


@PLAYERS
def test_after_a_deal_that_failed_the_next_side_makes_an_offer_of_its_own(bargaining: Make, play: Any) -> None:
    """The members of side 1 turn every deal down."""
    script = Script([[0.4]] * 3, [[8], [6], [5]])
    table = played(bargaining, play, script, 2, members=[0, 5, 0], majority=0.5, gap=0.9, member_spread=0.2)
    assert script.told == (
        "0 offers 8, 1 yes, 2 yes, 1 yes, 2 yes, "  # the second time they read the text, then 1 votes it down
        "0 offers 8, 1 yes, 2 yes, 1 yes, 2 yes"
    )
    assert (table.ending[0], table.votes_failed[0], table.pending[0]) == (TALKING, 2, 0)
    assert table.answers.tolist() == [YES, VOTED_DOWN, YES]


def test_a_no_leaves_the_offer_to_be_replaced_and_is_heeded_by_its_author(bargaining: Make) -> None:
    bargain = make(bargaining, Script([HOLD_OUT] * 3, [[8]] * 3))
    table = lying(bargain, 7, 0)
    table.answers[1] = NO_BELOW_LINE
    assert not close_answer(*bargain, 1)
    assert table.emphasis[0].tolist() == [1.0, 1.25, 1.0]
    clear_the_table(table, 1)
    assert (table.speaker[0], table.answers.tolist()) == (1, [NOT_ASKED] * 3)
