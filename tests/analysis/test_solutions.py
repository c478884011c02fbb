"""Solutions against cases with known answers, their axioms and the definitions."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from negotiation_sim.analysis.frontier import pareto_frontier
from negotiation_sim.analysis.package_space import package_at, package_utilities
from negotiation_sim.analysis.solutions import egalitarian, kalai_smorodinsky, nash, zone_exists

Solution = Callable[[np.ndarray, np.ndarray], int | None]
SOLUTIONS: list[Solution] = [nash, kalai_smorodinsky, egalitarian]

# Sixteenths: sums, products of three and the rescalings below are exact, so equalities can be asked for.
sixteenths = st.integers(0, 16).map(lambda level: level / 16.0)
spaces = st.tuples(st.integers(1, 25), st.just(3)).flatmap(lambda size: arrays(np.float64, size, elements=sixteenths))
lines = arrays(np.float64, 3, elements=st.integers(0, 8).map(lambda level: level / 16.0))


def by_definition(utilities: np.ndarray, lines_of: np.ndarray, criterion: Callable[[np.ndarray], float]) -> int | None:
    """Try every acceptable package; ties by product of gains, sum of gains, first."""
    best = None
    for row, package in enumerate(utilities):
        gains = package - lines_of
        if gains.min() >= 0.0:
            key = (criterion(gains), math.prod(gains.tolist()), sum(gains.tolist()), -row)
            if best is None or key > best:
                best = key
    return None if best is None else -best[3]


@given(utilities=spaces, disagreement=lines)
def test_each_solution_is_its_definition(utilities: np.ndarray, disagreement: np.ndarray) -> None:
    assert nash(utilities, disagreement) == by_definition(
        utilities, disagreement, lambda gains: math.prod(gains.tolist())
    )
    assert egalitarian(utilities, disagreement) == by_definition(
        utilities, disagreement, lambda gains: float(gains.min())
    )
    acceptable = [package for package in utilities if (package >= disagreement).all()]
    ideal = [max((p[seat] for p in acceptable), default=0.0) - disagreement[seat] for seat in range(3)]

    def smallest_share(gains: np.ndarray) -> float:
        return min((gain / most for gain, most in zip(gains, ideal, strict=True) if most > 0.0), default=1.0)

    assert kalai_smorodinsky(utilities, disagreement) == by_definition(utilities, disagreement, smallest_share)
    assert zone_exists(utilities, disagreement) == (len(acceptable) > 0)


@pytest.mark.parametrize("solution", SOLUTIONS)
@pytest.mark.parametrize("parties", [2, 3, 4])
def test_a_pie_without_alternatives_is_shared_equally(solution: Solution, parties: int) -> None:
    cuts = np.stack(np.meshgrid(*[np.arange(13)] * parties, indexing="ij"), axis=-1).reshape(-1, parties)
    pie = cuts[cuts.sum(axis=1) == 12] / 12
    row = solution(pie, np.zeros(parties))
    assert pie[row].tolist() == [1 / parties] * parties


@pytest.mark.parametrize("solution", SOLUTIONS)
def test_an_alternative_is_kept_and_the_rest_of_the_pie_shared_equally(solution: Solution) -> None:
    pie = np.array([[k / 16, 1 - k / 16] for k in range(17)])
    assert pie[solution(pie, np.array([0.5, 0.0]))].tolist() == [0.75, 0.25]


@pytest.mark.parametrize("a", [0.625, 0.75, 0.875])
def test_logrolling_gives_each_the_issue_that_matters_more(a: float) -> None:
    share = np.linspace(0.0, 1.0, 9)
    weights = np.array([[a, 1 - a], [1 - a, a]])
    values = np.stack([weights[0][:, None] * share, weights[1][:, None] * (1 - share)])
    utilities, _ = package_utilities(values, [9, 9])
    split_all = [package_at(row, [9, 9]) for row in range(81)].index((4, 4))
    assert utilities[split_all].tolist() == [0.5, 0.5]
    for solution in SOLUTIONS:
        row = solution(utilities, np.zeros(2))
        assert package_at(row, [9, 9]) == (8, 0)
        assert utilities[row].tolist() == [a, a]


def test_a_curved_frontier_tells_the_solutions_apart() -> None:
    # Frontier y = 1 - x^2. Nash maximises x(1 - x^2): 1/sqrt 3; Kalai-Smorodinsky and egalitarian have
    # x = 1 - x^2. Counting the second party's utility double moves only the last.
    x = np.linspace(0.0, 1.0, 100_001)
    curve = np.column_stack([x, 1 - x * x])
    zero = np.zeros(2)
    assert x[nash(curve, zero)] == pytest.approx(1 / math.sqrt(3), abs=1e-5)
    assert x[kalai_smorodinsky(curve, zero)] == pytest.approx((math.sqrt(5) - 1) / 2, abs=1e-5)
    assert x[egalitarian(curve, zero)] == pytest.approx((math.sqrt(5) - 1) / 2, abs=1e-5)
    double = curve * [1.0, 2.0]
    assert nash(double, zero) == nash(curve, zero)
    assert kalai_smorodinsky(double, zero) == kalai_smorodinsky(curve, zero)
    assert x[egalitarian(double, zero)] == pytest.approx((math.sqrt(17) - 1) / 4, abs=1e-5)


@given(
    utilities=spaces,
    disagreement=lines,
    scale=st.tuples(*[st.sampled_from([0.25, 0.5, 1.0, 2.0, 3.0, 8.0])] * 3),
    shift=st.tuples(*[st.integers(-4, 4)] * 3),
)
def test_nash_and_kalai_smorodinsky_do_not_depend_on_the_scale_of_utility(
    utilities: np.ndarray, disagreement: np.ndarray, scale: tuple[float, ...], shift: tuple[int, ...]
) -> None:
    gains = utilities - disagreement
    gains = np.where((gains >= 0.0).all(axis=1, keepdims=True), gains, 0.0)
    ideal = gains.max(axis=0)
    shares = (gains[:, ideal > 0.0] / ideal[ideal > 0.0]).min(axis=1, initial=1.0)
    products = gains.prod(axis=1)
    for solution, criterion in ((nash, products), (kalai_smorodinsky, shares)):
        before = solution(utilities, disagreement)
        after = solution(utilities * scale + shift, disagreement * scale + shift)
        assert (before is None) == (after is None)
        # Where packages tie in criterion and product the sum of gains decides, and a sum has a scale.
        if before is not None:
            assert (criterion[before], products[before]) == (criterion[after], products[after])


@given(utilities=spaces, disagreement=lines)
def test_every_solution_is_on_the_frontier(utilities: np.ndarray, disagreement: np.ndarray) -> None:
    efficient = utilities[pareto_frontier(utilities)].tolist()
    for solution in SOLUTIONS:
        row = solution(utilities, disagreement)
        assert row is None or utilities[row].tolist() in efficient


@given(utilities=spaces, disagreement=lines, order=st.sampled_from(list(permutations(range(3)))))
def test_parties_are_treated_alike(utilities: np.ndarray, disagreement: np.ndarray, order: tuple[int, ...]) -> None:
    for solution in SOLUTIONS:
        assert solution(utilities[:, order], disagreement[list(order)]) == solution(utilities, disagreement)


def test_a_party_that_can_gain_nothing_is_left_out_of_the_shares() -> None:
    utilities = np.array([[0.5, 0.75, 0.0], [0.5, 0.0, 0.75], [0.5, 0.5, 0.5], [0.75, 0.0, 0.0]])
    assert kalai_smorodinsky(utilities, np.array([0.5, 0.25, 0.25])) == 2


def test_ties_go_to_the_larger_sum_of_gains_then_to_the_first() -> None:
    # Party 0 gains nothing anywhere, so every product is zero.
    utilities = np.array([[0.5, 0.5], [0.5, 0.75], [0.5, 0.75], [0.5, 0.625]])
    assert [solution(utilities, np.array([0.5, 0.5])) for solution in SOLUTIONS] == [1, 1, 1]


@pytest.mark.parametrize("solution", SOLUTIONS)
def test_no_solution_where_every_package_leaves_someone_below_the_line(solution: Solution) -> None:
    utilities = np.array([[1.0, 0.0], [0.5, 0.5], [0.0, 1.0]])
    assert solution(utilities, np.array([0.5, 0.625])) is None
    assert not zone_exists(utilities, np.array([0.5, 0.625]))
    assert solution(utilities, np.array([0.5, 0.5])) == 1
    assert zone_exists(utilities, np.array([0.5, 0.5]))
