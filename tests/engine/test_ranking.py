"""All packages in the order in which a side likes them."""

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.concepts import Ints
from negotiation_sim.engine.dealing import deal, open_series
from negotiation_sim.engine.ranking import fill_package, where_met
from negotiation_sim.engine.worth import worth_of
from negotiation_sim.rules.preferences import is_met
from negotiation_sim.strategies import time_based

Make = Callable[..., Any]
PACKAGES = [np.array(package) for package in itertools.product(range(3), range(3))]
# Quarters, so that packages are often worth the same.
QUARTER = st.integers(0, 4).map(lambda number: number / 4)
TABLE = st.lists(st.lists(QUARTER, min_size=3, max_size=3), min_size=2, max_size=2).map(np.array)
CONDITIONS = st.lists(
    st.lists(st.lists(st.integers(0, 1), min_size=3, max_size=3), min_size=2, max_size=2), min_size=1, max_size=3
).map(np.array)


@pytest.fixture(scope="session")
def ranked(bargaining: Make) -> Make:
    """Sides that choose among all nine packages."""

    def made(**fields: Any) -> Any:
        fields = {"packages": 9, "own_unit": 1.0, "strategies": (time_based.STRATEGY,) * 2} | fields
        return bargaining(**fields)

    return made


def order_of(bargain: Any, seat: int) -> list[int]:
    """The packages by number as they should stand: by what they are worth, of equals the lower number first."""
    worth = [worth_of(bargain.case, bargain.table, seat, package) for package in PACKAGES]
    return sorted(range(9), key=lambda number: (worth[number], number))


def assert_in_order(bargain: Any, seat: int) -> None:
    table = bargain.table
    assert table.ranking[seat].tolist() == order_of(bargain, seat)
    worth = [worth_of(bargain.case, table, seat, PACKAGES[number]) for number in table.ranking[seat]]
    assert table.ranked[seat].tolist() == worth


@given(options=st.lists(st.integers(1, 4), min_size=1, max_size=4))
def test_packages_are_numbered_with_the_last_issue_counting_fastest(options: list[int]) -> None:
    package = np.zeros(len(options), dtype=np.int64)
    for number, combination in enumerate(itertools.product(*map(range, options))):
        fill_package(number, np.array(options), package)
        assert tuple(package) == combination


@given(values=TABLE)
def test_the_order_is_by_worth_and_then_by_number(ranked: Make, values: Any) -> None:
    bargain = ranked(has_own_values=1, own_values=values)
    for seat in range(3):
        assert_in_order(bargain, seat)


@given(run=st.integers(0, 10**6))
def test_values_that_follow_from_importance_are_ranked_as_well(ranked: Make, run: int) -> None:
    bargain = ranked(run=run, importance_spread=1.0)
    for seat in range(3):
        assert_in_order(bargain, seat)


@settings(max_examples=60)
@given(values=TABLE, conditions=CONDITIONS, issue_of=st.lists(st.integers(-1, 1), min_size=3, max_size=3), bare=QUARTER)
def test_conditions_count_in_the_order_as_they_do_at_the_table(
    ranked: Make, values: Any, conditions: Any, issue_of: list[int], bare: float
) -> None:
    """Deal-breakers (-1) and issues that count nothing, one side beside another with the same ones."""
    issue_of = issue_of[: len(conditions)]
    bargain = ranked(
        conditions=conditions,
        condition_issue=issue_of,
        own_nothing=[bare, 0.0],
        has_own_values=1,
        own_values=values,
    )
    for seat in range(3):
        assert_in_order(bargain, seat)


def test_a_deal_breaker_strikes_out_by_hand(ranked: Make) -> None:
    """Issue 0 at its best together with issue 1 at its first or last option is worth nothing."""
    bargain = ranked(
        conditions=[[[0, 0, 1], [1, 0, 1]]],
        condition_issue=-1,
        has_own_values=1,
        own_values=[[0.0, 0.3, 0.6], [0.1, 0.2, 0.4]],
    )
    assert bargain.table.ranking[0].tolist() == [6, 8, 0, 1, 2, 3, 4, 5, 7]
    assert bargain.table.ranked[0] == pytest.approx([0.0, 0.0, 0.1, 0.2, 0.4, 0.4, 0.5, 0.7, 0.8])


def test_a_condition_is_met_by_the_same_packages_as_one_by_one() -> None:
    condition = np.array([[1, 0, 1], [0, 1, 1]])
    options = np.array([3, 2])
    found = []
    package: Ints = np.zeros(2, dtype=np.int64)
    for number in range(6):
        fill_package(number, options, package)
        found.append(float(is_met(condition, package)))
    assert where_met(condition, options).tolist() == found
    assert 0.0 < sum(found) < 6.0


def test_who_has_a_table_of_its_own_is_ranked_once_a_room_and_the_others_in_every_run(ranked: Make) -> None:
    """Side 1 has its own values; what is scratched out of its order stays so, the others' orders are made anew."""
    own = np.zeros((3, 2, 3))
    own[1] = [[0.0, 0.3, 0.6], [0.1, 0.2, 0.4]]
    effects = np.random.default_rng(5).uniform(-1.0, 1.0, (2, 3, 2))
    bargain = ranked(has_own_values=[0, 1, 0], own_values=own, effects=effects, importance_spread=2.0)
    case, table, rules, room = bargain
    first = table.ranked.copy()
    table.ranking[:], table.ranked[:] = -1, -1.0
    open_series(table, 1, 1)
    deal(case, table, rules, room)
    assert table.ranking[1].tolist() == [-1] * 9
    for seat in (0, 2):
        assert_in_order(bargain, seat)
        assert table.ranked[seat].tolist() != first[seat].tolist()


def test_without_a_side_that_chooses_nothing_is_ranked(bargaining: Make) -> None:
    table = bargaining().table
    assert table.ranked.shape == table.ranking.shape == (3, 0)
    assert not table.ranks.any()
