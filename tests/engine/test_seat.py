"""What a seat knows, and what its rules may answer."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from negotiation_sim.concepts import Disclosure, Efforts, MediatorView, Party, View
from negotiation_sim.engine import seat

Make = Callable[..., Any]


def test_a_party_sees_its_own_row(bargaining: Make) -> None:
    bargain = bargaining(
        firmness=[1, 2, 3],
        window=[1, 2, 3],
        noise=[0.1, 0.2, 0.3],
        fixed_pie=[0.5, 0.6, 0.7],
        exaggeration=[0, 0.1, 0],
    )
    party = seat.party_at(bargain.case, bargain.table, 1)
    assert (party.seat, party.firmness, party.window, party.noise) == (1, 2.0, 2, 0.2)
    assert (party.fixed_pie, party.exaggeration) == (0.6, 0.1)
    assert party.importance.tolist() == bargain.table.importance[1].tolist()
    assert party.values.tolist() == bargain.table.values[1].tolist()
    bargain.table.perceived[1] = 0.123
    assert seat.party_at(bargain.case, bargain.table, 1).reservation == 0.123


def test_a_view_shows_what_this_seat_thinks_of_the_others(bargaining: Make) -> None:
    bargain = bargaining()
    table = bargain.table
    for name in ("trust", "beliefs", "positions", "memory", "doubt"):
        array = getattr(table, name)
        array[...] = np.arange(array.size).reshape(array.shape)
    view = seat.view_from(bargain.case, table, 2, 1, 0.7)
    assert (view.clock, view.source, view.mediator, view.deadline) == (0.7, 1, 3, 10)
    assert view.doubt_start == pytest.approx(0.01)
    for name in ("trust", "beliefs", "positions", "memory", "doubt"):
        assert getattr(view, name).tolist() == getattr(table, name)[2].tolist()
    assert view.aspiration == table.aspiration[2]


def test_the_mediator_sees_trust_in_it_and_how_much_it_still_doubts(bargaining: Make) -> None:
    bargain = bargaining(trust_in_mediator=[0.2, 0.4, 0.6])
    assert seat.mediator_view(bargain.case, bargain.table, 0.5).doubt == pytest.approx(1.0)
    bargain.table.mediator_doubt[:] = [[0.01, 0.0], [0.005, 0.0], [0.0, 0.0]]
    view = seat.mediator_view(bargain.case, bargain.table, 0.5)
    assert view.doubt == pytest.approx(0.25)
    assert view.trust.tolist() == [0.2, 0.4, 0.6]


@pytest.mark.parametrize("answer", [-0.01, 1.01, math.nan, math.inf])
def test_an_aspiration_outside_0_to_1_is_refused(bargaining: Make, answer: float) -> None:
    bargain = bargaining()
    with pytest.raises(ValueError, match="concession rule must give a number from 0 to 1"):
        seat.ask_concession(lambda party, view: answer, bargain.case, bargain.table, 0, -1, 0.5)


@pytest.mark.parametrize("answer", [math.nan, math.inf, -math.inf])
def test_a_score_that_is_not_finite_is_refused(bargaining: Make, answer: float) -> None:
    def one_bad(party: Party, view: View, issue: int, option: int) -> float:
        return answer if (issue, option) == (1, 2) else 0.0

    def fills(party: Party, view: View, scores: Any) -> None:
        scores[...] = 0.0
        scores[1, 2] = answer

    bargain = bargaining()
    with pytest.raises(ValueError, match="finite number for every option"):
        seat.ask_each_score(one_bad, bargain.case, bargain.table, 0, 0.5)
    with pytest.raises(ValueError, match="finite number for every option"):
        seat.ask_scores(fills, bargain.case, bargain.table, 0, 0.5)


def test_both_forms_of_a_packages_rule_fill_the_same_scores(bargaining: Make) -> None:
    def one(party: Party, view: View, issue: int, option: int) -> float:
        return 10.0 * issue + option + party.seat

    def whole(party: Party, view: View, scores: Any) -> None:
        for issue in range(2):
            for option in range(3):
                scores[issue, option] = one(party, view, issue, option)

    bargain = bargaining()
    seat.ask_each_score(one, bargain.case, bargain.table, 1, 0.5)
    by_one = bargain.table.scores.copy()
    seat.ask_scores(whole, bargain.case, bargain.table, 1, 0.5)
    assert by_one.tolist() == bargain.table.scores.tolist() == [[1.0, 2.0, 3.0], [11.0, 12.0, 13.0]]


def test_talk_is_asked_for_every_listener_and_the_mediator(bargaining: Make) -> None:
    bargain = bargaining()
    bargain.table.items[:] = 9
    seat.ask_talk(
        lambda party, view, listener: Disclosure(listener, 0.1 * listener),
        bargain.case,
        bargain.table,
        1,
        0.5,
    )
    assert bargain.table.items.tolist() == [0, 9, 2, 3]
    assert bargain.table.bend[[0, 2, 3]] == pytest.approx([0.0, 0.2, 0.3])


@pytest.mark.parametrize("said", [Disclosure(-1, 0.0), Disclosure(256, 0.0), Disclosure(1, 1.1), Disclosure(1, -0.1)])
def test_impossible_talk_is_refused(bargaining: Make, said: Disclosure) -> None:
    bargain = bargaining()
    with pytest.raises(ValueError, match="talk rule must disclose"):
        seat.ask_talk(lambda party, view, listener: said, bargain.case, bargain.table, 1, 0.5)


def test_an_answer_is_1_or_0(bargaining: Make) -> None:
    bargain = bargaining()
    at_least_half = [
        seat.ask_acceptance(lambda party, view, worth: worth >= 0.5, bargain.case, bargain.table, 0, 1, 0.5, value)
        for value in (0.4, 0.5, 0.6)
    ]
    assert at_least_half == [0, 1, 1]


def test_efforts_are_held_to_0_to_1(bargaining: Make) -> None:
    def eager(mediator: Any, view: MediatorView) -> Efforts:
        return Efforts(7.0, -1.0, mediator.skill, 0.25, 1.0, 0.0, 0.0)

    bargain = bargaining(skill=0.4)
    seat.ask_style(eager, bargain.case, bargain.table, 0.5)
    assert bargain.table.efforts.tolist() == [1.0, 0.0, 0.4, 0.25, 1.0, 0.0, 0.0]
