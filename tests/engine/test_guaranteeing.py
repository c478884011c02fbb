"""A guarantor tops up what sides lack."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.concepts import (
    ABSENT,
    AGREEMENT,
    NO_BELOW_LINE,
    NO_DEVALUED,
    TALKING,
    VOTED_DOWN,
    WITHDREW,
    YES,
)
from negotiation_sim.engine.guaranteeing import top_up
from negotiation_sim.engine.offering import sign_if_enough
from negotiation_sim.rules.preferences import utility

Make = Callable[..., Any]
NO = NO_BELOW_LINE


def answered(bargaining: Make, answers: list[int], lacks: list[float], **fields: Any) -> Any:
    """Side 2 can pay. On the table lies the middle, worth 0.575, 0.675 and 1; each side lacks so much of it."""
    plain = {"payer": 2, "payment_budget": 0.1, "payment_price": 1.0}
    bargain = bargaining(**(plain | fields))
    table = bargain.table
    table.offer[:] = 1
    table.answers[:] = answers
    for p, lack in enumerate(lacks):
        table.aspiration[p] = utility(table.values[p], table.offer) + lack
    return bargain


def paid(bargain: Any, missing: int = 1) -> list[float]:
    top_up(bargain.case, bargain.table, missing)
    return bargain.table.payments.tolist()


@pytest.mark.parametrize("answer", [NO_BELOW_LINE, NO_DEVALUED, WITHDREW])
def test_a_side_that_lacks_little_is_paid_that_little_and_says_yes(bargaining: Make, answer: int) -> None:
    bargain = answered(bargaining, [answer, YES, YES], [0.04, 0.0, -0.2])
    assert paid(bargain) == pytest.approx([0.04, 0.0, -0.04])
    assert bargain.table.answers.tolist() == [YES] * 3


def test_what_is_paid_costs_the_payer_the_price(bargaining: Make) -> None:
    bargain = answered(bargaining, [NO, YES, YES], [0.04, 0.0, -0.2], payment_price=2.5)
    assert paid(bargain) == pytest.approx([0.04, 0.0, -0.1])


def test_two_sides_share_a_budget(bargaining: Make) -> None:
    bargain = answered(bargaining, [NO, NO, YES], [0.04, 0.06, -0.2], payment_budget=0.1001)
    assert paid(bargain, 2) == pytest.approx([0.04, 0.06, -0.1])
    bargain = answered(bargaining, [NO, NO, YES], [0.04, 0.07, -0.2], payment_budget=0.1001)
    assert paid(bargain, 2) == [0.0] * 3
    assert bargain.table.answers.tolist() == [NO, NO, YES]


def test_no_more_sides_are_paid_than_the_deal_needs(bargaining: Make) -> None:
    """One more yes makes the quota: the first side that can be had is paid, the other is not."""
    assert paid(answered(bargaining, [NO, NO, YES], [0.04, 0.05, -0.2])) == pytest.approx([0.04, 0.0, -0.04])
    assert paid(answered(bargaining, [NO, NO, YES], [0.14, 0.05, -0.2])) == pytest.approx([0.0, 0.05, -0.05])


@pytest.mark.parametrize(
    ("answers", "lacks", "fields"),
    [
        pytest.param([NO, YES, YES], [0.11, 0.0, -0.2], {}, id="too little in the budget"),
        pytest.param([NO, YES, NO], [0.04, 0.0, -0.2], {}, id="the payer says no itself"),
        pytest.param([NO, YES, ABSENT], [0.04, 0.0, -0.2], {}, id="the payer has left"),
        pytest.param([NO, YES, YES], [0.04, 0.0, -0.03], {}, id="the payer would go below its own demand"),
        pytest.param([NO, YES, YES], [0.04, 0.0, -0.2], {"payment_price": 5.1}, id="the price is too high"),
        pytest.param([ABSENT, YES, YES], [0.04, 0.0, -0.2], {}, id="who has left cannot be paid"),
        pytest.param([NO, YES, YES], [0.0, 0.0, -0.2], {}, id="a side that lacks nothing misunderstood"),
        pytest.param([NO, YES, YES], [0.04, 0.0, -0.2], {"payment_budget": 0.0}, id="no budget"),
    ],
)
def test_nothing_is_paid_where_it_makes_no_deal_or_is_not_worth_it(
    bargaining: Make, answers: list[int], lacks: list[float], fields: dict[str, float]
) -> None:
    bargain = answered(bargaining, answers, lacks, **fields)
    assert paid(bargain) == [0.0] * 3
    assert bargain.table.answers.tolist() == answers


def test_nothing_is_paid_where_the_deal_stands_anyway(bargaining: Make) -> None:
    assert paid(answered(bargaining, [NO, YES, YES], [0.04, 0.0, -0.2]), missing=0) == [0.0] * 3


@settings(max_examples=60)
@given(
    lacks=st.tuples(*[st.floats(-0.3, 0.3)] * 3),
    answers=st.tuples(*[st.sampled_from([YES, NO_BELOW_LINE, NO_DEVALUED, WITHDREW, ABSENT])] * 3),
    budget=st.floats(0.0, 0.5),
    price=st.floats(0.0, 5.0),
    needed=st.integers(1, 3),
)
def test_payments_keep_within_the_budget_and_leave_nobody_who_says_yes_below_its_demand(
    bargaining: Make,
    lacks: tuple[float, ...],
    answers: tuple[int, ...],
    budget: float,
    price: float,
    needed: int,
) -> None:
    bargain = answered(bargaining, list(answers), list(lacks), payment_budget=budget, payment_price=price)
    table = bargain.table
    before = answers.count(YES)
    payments = paid(bargain, needed - before)
    assert sum(payments[:2]) <= budget + 1e-12
    assert payments[2] == pytest.approx(-price * sum(payments[:2]))
    assert min(payments[:2]) >= 0.0
    if any(payments):
        assert table.answers.tolist().count(YES) == needed
        for p in range(3):
            if answers[p] != YES and table.answers[p] == YES:
                worth = utility(table.values[p], table.offer) + payments[p]
                assert worth == pytest.approx(table.aspiration[p])
        assert utility(table.values[2], table.offer) + payments[2] >= table.aspiration[2] - 1e-12
    else:
        assert table.answers.tolist() == list(answers)


def test_a_payment_makes_the_deal(bargaining: Make) -> None:
    bargain = answered(bargaining, [NO, YES, YES], [0.04, 0.0, -0.2])
    sign_if_enough(*bargain)
    assert bargain.table.ending[0] == AGREEMENT
    assert bargain.table.payments == pytest.approx([0.04, 0.0, -0.04])
    bargain = answered(bargaining, [NO, YES, YES], [0.04, 0.0, -0.2], payer=-1)
    sign_if_enough(*bargain)
    assert bargain.table.ending[0] == TALKING


def test_nothing_is_paid_when_the_vote_fails(bargaining: Make) -> None:
    bargain = answered(bargaining, [NO, YES, YES], [0.04, 0.0, -0.2], members=[0, 5, 0], majority=0.5, gap=0.3)
    bargain.table.opening_line[1] = 0.9
    sign_if_enough(*bargain)
    assert bargain.table.answers[1] == VOTED_DOWN
    assert bargain.table.ending[0] == TALKING
    assert bargain.table.payments.tolist() == [0.0] * 3


def test_members_count_what_their_side_is_paid(bargaining: Make) -> None:
    """Without the payment the deal is 0.3 below what they ask at least."""
    for lack, ending in ((0.45, AGREEMENT), (0.01, TALKING)):
        bargain = answered(
            bargaining, [NO, YES, YES], [lack, 0.0, -0.6], members=[5, 0, 0], majority=0.5, payment_budget=0.5
        )
        bargain.table.opening_line[0] = bargain.table.perceived[0] = 0.875
        bargain.case.gap[0] = -0.14
        sign_if_enough(*bargain)
        assert bargain.table.ending[0] == ending
