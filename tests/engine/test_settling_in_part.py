"""Signing what is agreed, and a protocol of disagreements for the rest."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.concepts import PARTIAL, PROTOCOL_ONLY
from negotiation_sim.engine.settling_in_part import gain_on, settle_in_part, stake_of, worth_in_part
from negotiation_sim.rules.preferences import utility

Make = Callable[..., Any]


def at_the_end(bargaining: Make, *offers: list[int] | None, **fields: Any) -> Any:
    """The last offers of the sides (None: none was made); no line is too high unless a test says so."""
    bargain = bargaining(**({"reservation": 0.0} | fields))
    for p, offer in enumerate(offers):
        if offer is not None:
            bargain.table.offered[p] = 1
            bargain.table.last_offers[p] = offer
    return bargain


def settled(bargain: Any) -> Any:
    settle_in_part(bargain.case, bargain.table)
    return bargain.table


def test_the_stakes_of_all_issues_are_the_whole_and_a_clause_is_no_stake(bargaining: Make) -> None:
    bargain = bargaining(importance_spread=1.0, clauses=[[0.5, 0.5]], run=9)
    for seat in range(3):
        stakes = [stake_of(bargain.case, bargain.table, seat, issue) for issue in range(3)]
        assert sum(stakes) == pytest.approx(1.0)
        assert stakes[2] == 0.0


def test_the_worth_of_a_part_by_hand(bargaining: Make) -> None:
    """Both issues are half of what side 0 may win. All of issue 0: half, for half of its line of 0.4."""
    bargain = bargaining()
    table = bargain.table
    table.offer[:] = [2, 0]
    assert gain_on(bargain.case, table, 0, 0, 0.4) == pytest.approx(0.5 - 0.2)
    assert gain_on(bargain.case, table, 0, 1, 0.4) == pytest.approx(0.0 - 0.2)
    for signed, worth in (([0, 0], 0.4), ([1, 0], 0.7), ([0, 1], 0.2), ([1, 1], 0.5)):
        table.signed[:] = signed
        assert worth_in_part(bargain.case, table, 0, 0.4) == pytest.approx(worth)


@given(run=st.integers(0, 1000), line=st.floats(0.0, 1.0), package=st.tuples(*[st.integers(0, 2)] * 2))
def test_with_all_signed_the_part_is_the_package(
    bargaining: Make, run: int, line: float, package: tuple[int, int]
) -> None:
    bargain = bargaining(run=run, importance_spread=1.0)
    bargain.table.offer[:] = package
    bargain.table.signed[:] = 1
    worth = worth_in_part(bargain.case, bargain.table, 1, line)
    assert worth == pytest.approx(utility(bargain.table.values[1], bargain.table.offer))


@pytest.mark.parametrize(
    ("offers", "signed", "agreed"),
    [
        (([2, 0], [2, 1], [2, 2]), [1, 0], [2, None]),
        (([1, 2], [2, 2], [2, 0]), [1, 0], [1, None]),
        (([2, 1], [1, 2], [2, 2]), [1, 1], [1, 1]),
        (([0, 0], [2, 2], [1, 1]), [0, 0], [None, None]),
    ],
)
def test_issues_on_which_offers_are_at_most_one_step_apart_are_agreed_at_the_lower(
    bargaining: Make, offers: tuple[list[int], ...], signed: list[int], agreed: list[int | None]
) -> None:
    table = settled(at_the_end(bargaining, *offers))
    assert table.signed.tolist() == signed
    assert all(level is None or table.offer[j] == level for j, level in enumerate(agreed))
    assert table.ending[0] == (PARTIAL if any(signed) else PROTOCOL_ONLY)


def test_of_options_without_an_order_only_the_same_is_agreed(bargaining: Make) -> None:
    table = settled(at_the_end(bargaining, [1, 1], [2, 1], [1, 1], ordered=[0, 0]))
    assert table.signed.tolist() == [0, 1]


def test_who_has_offered_nothing_has_agreed_to_nothing(bargaining: Make) -> None:
    table = settled(at_the_end(bargaining, [0, 0], None, [0, 0]))
    assert table.signed.tolist() == [0, 0]
    assert table.ending[0] == PROTOCOL_ONLY


def test_only_who_sits_there_has_to_agree(bargaining: Make) -> None:
    table = settled(at_the_end(bargaining, [0, 2], [0, 2], [2, 0], stage_seats=[1, 1, 0]))
    assert table.signed.tolist() == [1, 1]
    table = settled(at_the_end(bargaining, [1, 1], [1, 1], None, stage_seats=[1, 1, 0]))
    assert table.ending[0] == PARTIAL


def test_who_does_not_sit_there_takes_nothing_out(bargaining: Make) -> None:
    """The ends are worth nothing to side 2."""
    for seats, signed in (([1, 1, 0], [1, 1]), ([1, 1, 1], [0, 0])):
        bargain = at_the_end(bargaining, [0, 2], [0, 2], [0, 2], stage_seats=seats)
        bargain.table.perceived[2] = 0.9
        assert settled(bargain).signed.tolist() == signed


def test_the_seats_are_those_of_the_last_stage(bargaining: Make) -> None:
    seats = [[1, 1, 1], [1, 1, 0]]
    bargain = at_the_end(bargaining, [0, 2], [0, 2], [2, 0], stages=2, stage_seats=seats)
    assert settled(bargain).ending[0] == PROTOCOL_ONLY
    bargain.table.stage[0] = 1
    assert settled(bargain).ending[0] == PARTIAL


def test_a_side_for_whom_the_part_is_worse_takes_its_worst_issue_out(bargaining: Make) -> None:
    """Both issues lie at the end that side 1 wants; side 0 can live with neither."""
    table = settled(at_the_end(bargaining, [0, 0], [0, 0], [0, 0], reservation=[0.4, 0.0, 0.0]))
    assert table.signed.tolist() == [0, 0]
    assert table.ending[0] == PROTOCOL_ONLY


def test_what_one_issue_costs_another_may_give_back(bargaining: Make) -> None:
    """All of issue 1 makes up for nothing on issue 0 up to a line of one half."""
    for line, signed in ((0.45, [1, 1]), (0.55, [0, 1])):
        table = settled(at_the_end(bargaining, [0, 2], [0, 2], [0, 2], reservation=[line, 0.0, 0.0]))
        assert table.signed.tolist() == signed
        assert table.ending[0] == PARTIAL


def test_an_issue_taken_out_by_one_side_may_make_another_take_out_the_rest(bargaining: Make) -> None:
    """Side 0 takes issue 0 out; what is left serves it alone, so side 1 takes that out."""
    lines = [0.55, 0.45, 0.0]
    table = settled(at_the_end(bargaining, [0, 2], [0, 2], [0, 2], reservation=lines))
    assert table.signed.tolist() == [0, 0]
    assert table.ending[0] == PROTOCOL_ONLY


def test_it_is_the_perceived_line_that_a_side_goes_by(bargaining: Make) -> None:
    bargain = at_the_end(bargaining, [0, 2], [0, 2], [0, 2], reservation=[0.45, 0.0, 0.0])
    bargain.table.perceived[0] = 0.55
    assert settled(bargain).signed.tolist() == [0, 1]


@settings(max_examples=60)
@given(run=st.integers(0, 10**6), lines=st.tuples(*[st.floats(0.0, 1.0)] * 3), numbers=st.integers(0, 2**32 - 1))
def test_nobody_who_sits_there_signs_a_part_that_is_worse_than_nothing(
    bargaining: Make, run: int, lines: tuple[float, ...], numbers: int
) -> None:
    draw = np.random.default_rng(numbers)
    offers = draw.integers(0, 3, 2) + draw.integers(-1, 2, (3, 2))
    bargain = at_the_end(bargaining, *offers.clip(0, 2).tolist(), run=run, importance_spread=1.0)
    bargain.table.perceived[:] = lines
    table = settled(bargain)
    for p in range(3):
        assert worth_in_part(bargain.case, table, p, lines[p]) >= lines[p] - 1e-9
    assert table.ending[0] == (PARTIAL if table.signed.any() else PROTOCOL_ONLY)


@pytest.mark.parametrize(
    ("known", "included", "signed", "ending"),
    [(2, [1, 1, 1], 1, PARTIAL), (2, [0, 0, 0], 0, PROTOCOL_ONLY), (2, [0, 1, 1], 0, PROTOCOL_ONLY)]
    + [(1, [0, 0, 0], 0, PROTOCOL_ONLY)],
)
def test_an_invented_clause_is_agreed_where_all_include_it(
    bargaining: Make, known: int, included: list[int], signed: int, ending: int
) -> None:
    offers = [[level, level, clause] for level, clause in zip((0, 1, 2), included, strict=True)]
    bargain = at_the_end(bargaining, *offers, clauses=[[0.2, 0.2]])
    bargain.table.options[2] = known
    table = settled(bargain)
    assert table.signed.tolist() == [0, 0, signed]
    assert table.ending[0] == ending
