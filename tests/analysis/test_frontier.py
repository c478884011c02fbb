"""The frontier against the definition, tried on every pair of packages."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from negotiation_sim.analysis import frontier
from negotiation_sim.analysis.frontier import distance_to_frontier, pareto_frontier, possible_joint_gain

# Few different values, so that ties and doubles are common.
coarse = st.integers(0, 4).map(lambda level: level / 4.0)
fine = st.floats(0.0, 1.0)


def spaces(elements: st.SearchStrategy[float]) -> st.SearchStrategy[np.ndarray]:
    shape = st.tuples(st.integers(0, 40), st.integers(2, 8))
    return shape.flatmap(lambda size: arrays(np.float64, size, elements=elements))


def naive_frontier(utilities: np.ndarray) -> list[int]:
    """The definition: nobody dominates, and no earlier package is worth the same to everybody."""
    rows = []
    for i, mine in enumerate(utilities):
        dominated = any((other >= mine).all() and (other > mine).any() for other in utilities)
        double = any((other == mine).all() for other in utilities[:i])
        if not dominated and not double:
            rows.append(i)
    return rows


@settings(deadline=None)  # the first call may compile
@given(spaces(coarse) | spaces(fine))
def test_frontier_is_the_definition(utilities: np.ndarray) -> None:
    assert pareto_frontier(utilities).tolist() == naive_frontier(utilities)


@settings(deadline=None)
@given(utilities=spaces(coarse))
def test_frontier_is_the_definition_without_compilation(utilities: np.ndarray) -> None:
    scan = getattr(frontier._scan, "py_func", frontier._scan)
    order = frontier._best_total_first(utilities)
    found = np.empty(len(order), dtype=np.int64)
    size = scan(utilities, order, found)
    assert sorted(found[:size].tolist()) == naive_frontier(utilities)


def test_a_package_better_by_less_than_the_total_can_show_still_dominates() -> None:
    # The totals are equal in floating point, and the better package comes last.
    utilities = np.array([[0.0, 1.0, 1.0], [1e-300, 1.0, 1.0]])
    assert utilities[0].sum() == utilities[1].sum()
    assert pareto_frontier(utilities).tolist() == [1]


@settings(deadline=None, max_examples=50)
@given(utilities=spaces(coarse), data=st.data())
def test_order_of_packages_and_of_parties_changes_nothing(utilities: np.ndarray, data: st.DataObject) -> None:
    rows = data.draw(st.permutations(range(len(utilities))))
    parties = data.draw(st.permutations(range(utilities.shape[1])))
    shuffled = utilities[np.array(rows, dtype=np.int64)]
    expected = sorted(map(tuple, utilities[pareto_frontier(utilities)].tolist()))
    assert sorted(map(tuple, shuffled[pareto_frontier(shuffled)].tolist())) == expected
    reseated = np.ascontiguousarray(utilities[:, parties])
    assert pareto_frontier(reseated).tolist() == pareto_frontier(utilities).tolist()


def test_a_large_space_is_covered_by_its_frontier() -> None:
    tables = np.random.default_rng(3).random((3, 5, 6))
    utilities = np.zeros((1, 3))
    for issue in range(5):
        utilities = (utilities[:, None, :] + tables[:, issue, :].T[None, :, :]).reshape(-1, 3)
    rows = pareto_frontier(utilities)
    best = utilities[rows]
    assert rows.tolist() == sorted(set(rows.tolist()))
    for package in best:
        assert not ((best >= package).all(axis=1) & (best > package).any(axis=1)).any()
    for package in utilities:
        assert (best >= package).all(axis=1).any()
    assert 10 < len(rows) < len(utilities) // 10


def test_distance_by_hand() -> None:
    frontier_utilities = np.array([[1.0, 0.0], [0.6, 0.8], [0.0, 1.0]])
    assert distance_to_frontier(np.array([0.6, 0.8]), frontier_utilities) == 0.0
    assert distance_to_frontier(np.array([0.3, 0.4]), frontier_utilities) == pytest.approx(0.5)
    assert distance_to_frontier(np.array([0.9, 0.1]), frontier_utilities) == pytest.approx(math.sqrt(0.02))


def test_possible_joint_gain_by_hand() -> None:
    frontier_utilities = np.array([[1.0, 0.0], [0.6, 0.8], [0.0, 1.0]])
    assert possible_joint_gain(np.array([0.5, 0.5]), frontier_utilities) == pytest.approx(0.1)
    assert possible_joint_gain(np.array([0.3, 0.6]), frontier_utilities) == pytest.approx(0.2)
    assert possible_joint_gain(np.array([0.7, 0.5]), frontier_utilities) == 0.0


@settings(deadline=None, max_examples=50)
@given(spaces(coarse).filter(lambda utilities: len(utilities) > 0))
def test_only_packages_off_the_frontier_leave_a_joint_gain(utilities: np.ndarray) -> None:
    rows = pareto_frontier(utilities)
    best = utilities[rows]
    for package in utilities:
        gain = possible_joint_gain(package, best)
        raised = (utilities > package).all(axis=1).any()
        assert (gain > 0.0) == raised
        assert gain == max(0.0, max(float((other - package).min()) for other in utilities))
        assert (distance_to_frontier(package, best) == 0.0) == any((package == row).all() for row in best)
