"""The middle of a round: offer, answers, reading the text, signature."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.concepts import (
    ABSENT,
    AGREEMENT,
    NO_BELOW_LINE,
    NO_DEVALUED,
    NOT_ASKED,
    TALKING,
    WITHDREW,
    YES,
)
from negotiation_sim.draws import Moment
from negotiation_sim.engine.counting import count_yes
from negotiation_sim.engine.mediating import open_round
from negotiation_sim.engine.offering import (
    await_others,
    clear_answers,
    hear_and_answer,
    propose,
    propose_text,
    read_as_written,
    sign_if_enough,
)
from negotiation_sim.rules.preferences import utility

Make = Callable[..., Any]
NOW = Moment(1, 0, 0)


def offered(bargain: Any, package: list[int]) -> Any:
    """The round is opened and this package lies on the table."""
    open_round(*bargain)
    bargain.table.offer[:] = package
    return bargain


@given(aspiration=st.floats(0.0, 1.0), run=st.integers(0, 1000), code=st.integers(0, 1))
def test_an_offer_is_worth_the_own_demand(bargaining: Make, aspiration: float, run: int, code: int) -> None:
    bargain = bargaining(run=run, importance_spread=1.0, packages_code=code)
    bargain.table.aspiration[1] = aspiration
    propose(*bargain, 1)
    assert utility(bargain.table.values[1], bargain.table.offer) >= aspiration - 1e-9


def test_a_clear_offer_is_heard_as_said_and_worth_what_it_is(bargaining: Make) -> None:
    bargain = offered(bargaining(), [1, 2])
    hear_and_answer(*bargain, NOW, 0, 1)
    table = bargain.table
    assert table.heard[1].tolist() == [1, 2]
    worth = utility(table.values[1], table.offer)
    assert table.understood[1, 0] == table.raw[1, 0] == table.memory[1, 0, 0] == table.felt[1] == worth
    assert (table.listened[0], table.misheard[0]) == (2, 0)
    assert table.positions[1, 0].tolist() == [1.0, 2.0]
    assert table.heard_offers[1, 0] == 1


def test_the_last_five_offers_are_remembered_newest_first(bargaining: Make) -> None:
    bargain = offered(bargaining(), [0, 0])
    packages = [[a, b] for a in (0, 1, 2) for b in (0, 2)]
    for package in packages:
        bargain.table.offer[:] = package
        hear_and_answer(*bargain, NOW, 0, 1)
    worth = [utility(bargain.table.values[1], np.array(package)) for package in packages]
    assert bargain.table.memory[1, 0] == pytest.approx(worth[::-1][:5])
    assert bargain.table.heard_offers[1, 0] == 6
    assert not bargain.table.memory[1, 2].any()


@pytest.mark.parametrize(
    ("reservation", "devaluation", "answer"),
    [(0.4, 0.0, YES), (0.4, 0.5, NO_DEVALUED), (1.0, 0.0, NO_BELOW_LINE)],
)
def test_answers_and_their_reasons(bargaining: Make, reservation: float, devaluation: float, answer: int) -> None:
    """At the end the demand is the reservation value; the offer is worth 0.3125 + 0.2625.

    It is better than the opening demand, so trust has risen from 0.5 to 0.55 before the offer is felt.
    """
    bargain = bargaining(reservation=reservation, devaluation=devaluation, trust=0.5, deadline=2)
    offered(bargain, [1, 1])
    hear_and_answer(*bargain, NOW, 1, 0)
    assert bargain.table.aspiration[0] == pytest.approx(reservation)
    assert bargain.table.felt[0] == pytest.approx(0.575 - devaluation * 0.45)
    assert bargain.table.answers[0] == answer


def test_a_no_makes_the_speaker_heed_the_listener_more_and_a_yes_less(bargaining: Make) -> None:
    bargain = offered(bargaining(reservation=[0.4, 1.0, 0.0], deadline=2), [1, 1])
    for listener in (1, 2):
        hear_and_answer(*bargain, NOW, 0, listener)
    assert bargain.table.answers[1:].tolist() == [NO_BELOW_LINE, YES]
    assert bargain.table.emphasis[0].tolist() == [1.0, 1.25, 0.8]


def test_trust_follows_what_was_heard_of_a_side_but_not_of_the_mediator(bargaining: Make) -> None:
    bargain = offered(bargaining(trust=0.5), [0, 0])
    for speaker in (0, 3):
        for package, moved in (([0, 0], 0), ([2, 2], -1), ([0, 0], 1)):
            bargain.table.offer[:] = package
            before = bargain.table.trust[1, speaker]
            hear_and_answer(*bargain, NOW, speaker, 1)
            change = bargain.table.trust[1, speaker] - before
            if speaker == 3:
                assert change == 0.0
            elif moved != 0:
                assert np.sign(change) == moved


def test_noise_itself_moves_trust_because_it_follows_what_was_heard_not_what_was_understood(
    bargaining: Make,
) -> None:
    bargain = offered(bargaining(quality=0.5, trust=0.5, trust_gain=0.2, trust_scale=1.0), [2, 2])
    table = bargain.table
    hear_and_answer(*bargain, NOW, 1, 0)
    raw = utility(table.values[0], table.heard[0])
    assert table.raw[0, 1] == raw > 0.0
    assert table.understood[0, 1] == pytest.approx(0.5 * raw)
    assert table.trust[0, 1] == pytest.approx(0.5 + 0.2 * raw * 0.5)


def test_the_first_text_of_the_mediator_sets_what_progress_is_measured_from(bargaining: Make) -> None:
    bargain = offered(bargaining(), [0, 0])
    hear_and_answer(*bargain, NOW, 3, 1)
    first = bargain.table.understood[1, 3]
    assert bargain.table.opening[1, 3] == first != 0.5
    bargain.table.offer[:] = [2, 2]
    hear_and_answer(*bargain, NOW, 3, 1)
    assert bargain.table.opening[1, 3] == first != bargain.table.understood[1, 3]


def test_each_no_to_its_text_makes_the_mediator_think_the_side_harder(bargaining: Make) -> None:
    bargain = offered(bargaining(reservation=[0.4, 1.0, 1.0]), [2, 2])
    bargain.table.mediator_lines[:] = [0.5, 0.5, 0.99]
    for listener in range(3):
        hear_and_answer(*bargain, NOW, 3, listener)
    assert bargain.table.answers.tolist() == [YES, NO_BELOW_LINE, NO_BELOW_LINE]
    assert bargain.table.mediator_lines == pytest.approx([0.5, 0.52, 1.0])
    assert np.all(bargain.table.emphasis == 1.0)


def test_the_speaker_says_yes_to_its_own_offer_and_moves_on(bargaining: Make) -> None:
    bargain = bargaining(deadline=10, reservation=0.4)
    await_others(*bargain, 0)
    assert bargain.table.answers[0] == YES
    assert bargain.table.aspiration[0] == pytest.approx(1.0 - 0.6 * 0.2)


def test_who_finds_the_text_below_its_line_withdraws_and_trusts_less(bargaining: Make) -> None:
    bargain = bargaining(trust=0.5, trust_loss=0.2)
    table = bargain.table
    table.offer[:] = table.ideal[0]
    table.answers[:] = YES
    table.aspiration[:] = [1.0, 0.5, 0.0]
    for seat in range(3):
        read_as_written(*bargain, 0, seat)
    assert table.answers.tolist() == [YES, WITHDREW, YES]
    assert table.trust[1, 0] == pytest.approx(0.4)
    assert table.trust[2, 0] == 0.5


def test_everybody_reads_the_mediators_text_and_nobody_withdraws_a_no(bargaining: Make) -> None:
    bargain = bargaining()
    table = bargain.table
    table.offer[:] = table.ideal[0]
    table.answers[:] = [YES, NO_BELOW_LINE, YES]
    table.aspiration[:] = [0.99, 1.0, 0.99]
    for seat in range(3):
        read_as_written(*bargain, 3, seat)
    assert table.answers.tolist() == [YES, NO_BELOW_LINE, WITHDREW]


@pytest.mark.parametrize(("yes", "needed", "ending"), [(3, 3, AGREEMENT), (2, 3, TALKING), (2, 2, AGREEMENT)])
def test_the_deal_stands_with_enough_yeses(bargaining: Make, yes: int, needed: int, ending: int) -> None:
    bargain = bargaining(needed=needed)
    bargain.table.answers[:] = [YES] * yes + [WITHDREW] * (3 - yes)
    assert count_yes(bargain.table) == yes
    sign_if_enough(*bargain)
    assert bargain.table.ending[0] == ending


def test_before_a_new_offer_nobody_has_answered(bargaining: Make) -> None:
    table = bargaining().table
    table.answers[:] = YES
    table.present[:] = [1, 0, 1]
    clear_answers(table)
    assert table.answers.tolist() == [NOT_ASKED, ABSENT, NOT_ASKED]


def test_a_mediator_who_knows_the_sides_writes_the_text_that_leaves_the_worst_off_most(
    bargaining: Make,
) -> None:
    bargain = bargaining()
    table = bargain.table
    table.mediator_beliefs[:] = table.importance
    propose_text(bargain.case, table)
    packages = [np.array([a, b]) for a in range(3) for b in range(3)]
    surplus = np.array([[utility(table.values[p], k) - 0.4 for p in range(3)] for k in packages])
    best = packages[int((surplus.min(axis=1) + 0.1 * surplus.sum(axis=1)).argmax())]
    assert table.offer.tolist() == best.tolist()


def test_a_partial_mediator_writes_for_the_side_it_favours(bargaining: Make) -> None:
    worth = []
    for bias in (0.0, 1.0):
        bargain = bargaining(favoured=0, bias=bias)
        bargain.table.mediator_beliefs[:] = bargain.table.importance
        propose_text(bargain.case, bargain.table)
        worth.append(utility(bargain.table.values[0], bargain.table.offer))
    assert worth[1] > worth[0]


def test_a_listener_learns_from_offers_only_as_far_as_it_is_set_to(bargaining: Make) -> None:
    known = []
    for learning in (0.0, 0.5):
        bargain = offered(bargaining(learning=learning), [2, 2])
        hear_and_answer(*bargain, NOW, 0, 1)
        known.append(bargain.table.beliefs[1, 0, 0])
    assert known[0] == 0.5
    assert known[1] == pytest.approx(0.75)


def test_a_contradiction_is_found_out_only_by_the_vigilant_who_heard_claims(bargaining: Make) -> None:
    """Side 0 claims to want the high ends and offers the low ones."""
    for vigilance, claimed, found in ((0.0, 1, 0), (0.3, 0, 0), (0.3, 1, 1)):
        bargain = offered(bargaining(vigilance=vigilance), [0, 0])
        table = bargain.table
        table.beliefs[1, 0], table.doubt[1, 0], table.claimed[1, 0] = [1.0, 0.0], 0.0, claimed
        table.aspiration[1] = 0.9
        table.raw[1, 0] = utility(table.values[1], table.offer)
        hear_and_answer(*bargain, NOW, 0, 1)
        assert table.found_out[0] == found
        assert table.trust[1, 0] == pytest.approx(0.5 * (0.7 if found else 1.0))
