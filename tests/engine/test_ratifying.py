"""Votes on a deal and on a call to stop work."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.concepts import AGREEMENT, NO_BELOW_LINE, TALKING, VOTED_DOWN, WITHDREW, YES
from negotiation_sim.draws import MEMBER_BAR, MEMBER_MOOD, Moment, normal
from negotiation_sim.engine.clock import ROUNDS_APART
from negotiation_sim.engine.offering import sign_if_enough
from negotiation_sim.engine.ratifying import backing_of_call, bar_of, ratify, votes_for
from negotiation_sim.rules.ratification import fill_taste, members_bar, package_worth

Make = Callable[..., Any]
BEST, MIDDLE, WORST = [2, 2], [1, 1], [0, 0]  # for side 0


def put_to_vote(bargain: Any, package: list[int]) -> Any:
    """All sides say yes to this package, and side 0's members vote on it."""
    bargain.table.offer[:] = package
    bargain.table.answers[:] = YES
    ratify(bargain.case, bargain.table, 0)
    return bargain.table


def signed(bargain: Any, package: list[int], answers: Sequence[int] = (YES, YES, YES)) -> Any:
    """The sides have answered so; the deal stands if enough yeses remain."""
    bargain.table.offer[:] = package
    bargain.table.answers[:] = answers
    sign_if_enough(*bargain)
    return bargain.table


def test_the_members_ask_what_was_expected_at_the_start_and_the_gap(bargaining: Make) -> None:
    bargain = bargaining(gap=0.1, explanation=0.5, run=4)
    bargain.table.perceived[0] = 0.3
    asked = 0.4 + 0.1 + 0.03 * normal(Moment(1, 4, 0), 0, MEMBER_BAR, 0)
    assert bar_of(bargain.case, bargain.table, 0, 1.0) == pytest.approx((asked + 0.3) / 2)
    assert bar_of(bargain.case, bargain.table, 0, 0.5) == pytest.approx(asked + 0.25 * (0.3 - asked))
    assert bar_of(bargain.case, bargain.table, 0, 0.0) == pytest.approx(asked)


@settings(max_examples=40)
@given(
    run=st.integers(0, 10**6),
    agreement=st.integers(0, 3),
    members=st.integers(1, 25),
    spread=st.floats(0.0, 1.0),
    paid=st.floats(-0.2, 0.2),
)
def test_votes_are_those_of_members_one_by_one(
    bargaining: Make, run: int, agreement: int, members: int, spread: float, paid: float
) -> None:
    """The same people in every agreement of a series; their bar is new in each, their mood in every round."""
    bargain = bargaining(run=run, members=members, member_spread=spread, explanation=0.4, reservation=0.5)
    case, table = bargain.case, bargain.table
    table.payments[0] = paid
    table.round_no[0], table.agreement[0] = 3, agreement
    now = agreement * ROUNDS_APART + 3
    asked = 0.5 + 0.03 * normal(Moment(1, run, agreement * ROUNDS_APART), 0, MEMBER_BAR, 0)
    taste = np.zeros(2)
    expected = []
    for member in range(members):
        fill_taste(table.importance[0], spread, Moment(1, run, 0), 0, member, taste)
        worth = package_worth(taste, case.effects, case.options, 2, np.array(MIDDLE)) + paid
        bar = members_bar(asked, 0.0, 0.0, 0.4, 0.5) + 0.05 * normal(Moment(1, run, now), 0, MEMBER_MOOD, member)
        expected.append(int(worth >= bar))
    assert votes_for(case, table, 0, np.array(MIDDLE)) == sum(expected)
    assert table.ballots[0, :members].tolist() == expected
    assert set(table.ballots[0, members:].tolist()) <= {-1}
    assert np.all(table.ballots[1:] == -1)


def test_members_of_an_organisation_vote_as_it_wants_and_as_it_is_reached(bargaining: Make) -> None:
    """Two members each of one that wants what the side wants, and of one that wants the contrary and is not reached."""
    bargain = bargaining(
        places=2,
        organisations=[2, 0, 0],
        members=4,
        explanation=1.0,
        reservation=0.65,
        organisation_reach=[[1.0, 0.0]] * 3,
        organisation_of=[[0, 0, 1, 1] + [0] * 21] * 3,
    )
    case = bargain.case
    table = bargain.table
    table.organisation_importance[0] = [[1.0, 0.0], [0.0, 1.0]]
    assert votes_for(case, table, 0, np.array(BEST)) == 2
    assert table.ballots[0, :4].tolist() == [1, 1, 0, 0]
    # The leaders' line falls, and only who is reached hears of it.
    table.perceived[0] = 0.05
    case.gap[0] = 0.3
    assert votes_for(case, table, 0, np.array(MIDDLE)) == 2
    assert table.ballots[0, :4].tolist() == [1, 1, 0, 0]


def test_a_deal_worth_enough_to_members_passes_and_changes_nothing(bargaining: Make) -> None:
    bargain = bargaining(members=15, majority=0.5)
    table = put_to_vote(bargain, BEST)
    assert table.ballots[0, :15].tolist() == [1] * 15
    assert table.answers.tolist() == [YES] * 3
    assert table.votes_failed[0] == 0
    assert table.perceived.tolist() == [0.4] * 3
    assert np.all(table.trust[:, :3] == 0.5)


def test_a_deal_turned_down_costs_trust_and_raises_the_leaders_line(bargaining: Make) -> None:
    bargain = bargaining(members=15, majority=0.5, gap=0.3, explanation=0.0, trust_loss=[0.25, 0.2, 0.1])
    bar = bar_of(bargain.case, bargain.table, 0, 1.0)
    table = put_to_vote(bargain, WORST)
    assert table.answers.tolist() == [VOTED_DOWN, YES, YES]
    assert table.votes_failed[0] == 1
    assert bar > 0.5
    assert table.perceived.tolist() == pytest.approx([(0.4 + bar) / 2, 0.4, 0.4])
    assert table.trust[:, 0].tolist() == pytest.approx([0.5, 0.5 * 0.8, 0.5 * 0.9])
    assert np.all(table.trust[:, 1:3] == 0.5)


def test_the_line_does_not_fall_where_members_ask_less_than_their_leaders(bargaining: Make) -> None:
    bargain = bargaining(members=15, majority=0.5, gap=-0.3, explanation=0.0)
    bargain.table.perceived[0] = 0.9
    table = put_to_vote(bargain, WORST)
    assert table.answers[0] == (VOTED_DOWN if table.ballots[0, :15].sum() <= 7 else YES)
    assert table.perceived[0] == 0.9


@pytest.mark.parametrize("answer", [NO_BELOW_LINE, WITHDREW])
def test_members_are_asked_only_about_what_their_leaders_would_sign(bargaining: Make, answer: int) -> None:
    """Two of three make a deal: the third side's members have nothing to vote on."""
    table = signed(bargaining(members=[15, 1, 1], majority=0.3, needed=2, gap=-0.3), MIDDLE, (answer, YES, YES))
    assert table.answers.tolist() == [answer, YES, YES]
    assert np.all(table.ballots[0] == -1)
    assert table.ballots[1:, 0].tolist() == [1, 1]
    assert table.ending[0] == AGREEMENT


def test_without_members_a_signature_is_final(bargaining: Make) -> None:
    table = signed(bargaining(members=0), WORST)
    assert table.answers.tolist() == [YES] * 3
    assert (table.ending[0], table.votes_failed[0]) == (AGREEMENT, 0)


def test_a_majority_of_nearly_all_turns_down_what_a_simple_majority_would_sign(bargaining: Make) -> None:
    endings = {}
    for majority in (0.3, 0.95):
        bargain = bargaining(run=2, members=[25, 0, 0], member_spread=1.0, majority=majority, reservation=0.575)
        table = signed(bargain, MIDDLE)
        assert 7 < table.ballots[0].clip(0).sum() < 24
        endings[majority] = table.ending[0]
    assert endings == {0.3: AGREEMENT, 0.95: TALKING}


@pytest.mark.parametrize(("needed", "ending"), [(3, TALKING), (2, AGREEMENT)])
def test_enough_other_sides_can_sign_without_the_one_whose_members_refuse(
    bargaining: Make, needed: int, ending: int
) -> None:
    table = signed(bargaining(members=[15, 0, 0], majority=0.5, needed=needed), WORST)
    assert table.answers[0] == VOTED_DOWN
    assert table.ending[0] == ending


def test_nobody_votes_on_a_deal_that_lacks_yeses_anyway(bargaining: Make) -> None:
    table = signed(bargaining(members=15, majority=0.5), WORST, (YES, YES, NO_BELOW_LINE))
    assert np.all(table.ballots == -1)
    assert table.votes_failed[0] == 0


class TestCall:
    """Whether members back a call to stop work."""

    def test_without_members_nobody_is_asked(self, bargaining: Make) -> None:
        bargain = bargaining(members=0)
        assert backing_of_call(bargain.case, bargain.table, 0, 0.95) == 1.0
        assert np.all(bargain.table.ballots == -1)

    def test_where_nobody_else_has_offered_anything_all_back_it(self, bargaining: Make) -> None:
        bargain = bargaining(members=9)
        bargain.table.offered[:] = [1, 0, 0, 1]
        bargain.table.last_offers[:] = [BEST, BEST, BEST, BEST]
        assert backing_of_call(bargain.case, bargain.table, 0, 0.95) == 1.0

    @pytest.mark.parametrize(
        ("offers", "share"),
        [
            ([BEST, WORST, WORST, BEST], 1.0),
            ([WORST, WORST, BEST, WORST], 0.0),
            ([WORST, BEST, WORST, WORST], 0.0),
        ],
    )
    def test_it_is_weighed_against_the_best_last_offer_of_another_side(
        self, bargaining: Make, offers: list[list[int]], share: float
    ) -> None:
        bargain = bargaining(members=9)
        bargain.table.offered[:] = 1
        bargain.table.last_offers[:] = offers
        backing = backing_of_call(bargain.case, bargain.table, 0, 0.5)
        assert backing == (share if share > 0.5 else -1.0 - share)

    def test_some_are_content_and_the_majority_decides(self, bargaining: Make) -> None:
        bargain = bargaining(run=2, members=25, member_spread=1.0, reservation=0.575)
        bargain.table.offered[1] = 1
        bargain.table.last_offers[1] = MIDDLE
        content = votes_for(bargain.case, bargain.table, 0, np.array(MIDDLE))
        share = (25 - content) / 25
        assert 0.05 < share < 0.95
        assert backing_of_call(bargain.case, bargain.table, 0, share - 0.01) == pytest.approx(share)
        assert backing_of_call(bargain.case, bargain.table, 0, share + 0.01) == pytest.approx(-1.0 - share)
