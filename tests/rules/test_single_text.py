"""The mediator's text against brute force."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.rules.single_text import worst_and_sum, write_text


def text_for(estimates: Floats, lines: Floats, present: Ints) -> Ints:
    sides, issues, options = estimates.shape
    package = np.full(issues, -1, dtype=np.int64)
    write_text(
        estimates,
        lines,
        present,
        np.full(issues, options, dtype=np.int64),
        np.full(sides, np.nan),
        np.full(sides, np.nan),
        np.full(issues, -1, dtype=np.int64),
        package,
    )
    return package


def worth(estimates: Floats, lines: Floats, present: Ints, package: Ints) -> float:
    return worst_and_sum(estimates, lines, present, package, np.zeros(len(lines)))


def exact(estimates: Floats, lines: Floats, present: Ints) -> float:
    """Brute force over all packages."""
    _, issues, options = estimates.shape
    packages = np.array(list(itertools.product(range(options), repeat=issues)))
    utilities = estimates[:, np.arange(issues), packages].sum(axis=2)
    surplus = (utilities - lines[:, None])[present == 1]
    return float((surplus.min(axis=0) + 0.1 * surplus.sum(axis=0)).max())


def random_estimates(numbers: np.random.Generator, sides: int, issues: int, options: int) -> Floats:
    values = numbers.uniform(0.0, 1.0, (sides, issues, options))
    values -= values.min(axis=2, keepdims=True)
    return values / values.max(axis=2).sum(axis=1)[:, None, None]


@st.composite
def tables(draw: st.DrawFn) -> tuple[Floats, Floats, Ints]:
    numbers = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    sides, issues, options = draw(st.integers(2, 4)), draw(st.integers(1, 4)), draw(st.integers(2, 4))
    present = np.ones(sides, dtype=np.int64)
    present[draw(st.integers(0, sides - 1))] = draw(st.integers(0, 1))
    return random_estimates(numbers, sides, issues, options), numbers.uniform(0.2, 0.8, sides), present


def test_worth_by_hand() -> None:
    """Surpluses 0.1 and 0.3; the third side has left."""
    estimates = np.array([[[0.6, 0.0], [0.0, 0.4]], [[0.2, 0.5], [0.5, 0.4]], [[0.0, 0.0], [0.0, 0.0]]])
    surplus = np.zeros(3)
    found = worst_and_sum(estimates, np.array([0.5, 0.4, 0.9]), np.array([1, 1, 0]), np.array([0, 0]), surplus)
    assert found == pytest.approx(0.1 + 0.1 * 0.4)
    assert surplus == pytest.approx(np.array([0.1, 0.3, -0.9]))


@given(table=tables())
def test_never_worse_than_the_best_sum_and_never_better_than_brute_force(
    table: tuple[Floats, Floats, Ints],
) -> None:
    estimates, lines, present = table
    start = estimates[present == 1].sum(axis=0).argmax(axis=1)
    found = worth(estimates, lines, present, text_for(estimates, lines, present))
    assert worth(estimates, lines, present, start) - 1e-9 <= found
    assert found <= exact(estimates, lines, present) + 1e-9


@given(table=tables())
def test_no_change_on_one_issue_would_do_better(table: tuple[Floats, Floats, Ints]) -> None:
    estimates, lines, present = table
    package = text_for(estimates, lines, present)
    found = worth(estimates, lines, present, package)
    for j, k in itertools.product(range(len(package)), range(estimates.shape[2])):
        changed = package.copy()
        changed[j] = k
        assert worth(estimates, lines, present, changed) <= found + 1e-9


@given(table=tables())
def test_who_has_left_is_not_reckoned_with(table: tuple[Floats, Floats, Ints]) -> None:
    estimates, lines, present = table
    package = text_for(estimates, lines, present)
    otherwise = estimates.copy()
    otherwise[present == 0] = 0.25
    assert text_for(otherwise, lines, present).tolist() == package.tolist()


def test_options_that_do_not_exist_are_never_written() -> None:
    estimates = np.array([[[0.5, 0.0, 9.0]], [[0.0, 0.5, 9.0]]])
    package = np.zeros(1, dtype=np.int64)
    numbers = [np.zeros(2), np.zeros(2), np.zeros(1, dtype=np.int64)]
    write_text(estimates, np.zeros(2), np.array([1, 1]), np.array([2]), *numbers, package)  # type: ignore[arg-type]
    assert package[0] < 2


def test_the_side_with_the_higher_line_gets_more() -> None:
    """One pie of eleven slices: the surpluses are made equal."""
    slices = np.linspace(0.0, 1.0, 11)
    estimates = np.stack([slices, slices[::-1]])[:, None, :]
    assert text_for(estimates, np.array([0.0, 0.0]), np.array([1, 1])).tolist() == [5]
    assert text_for(estimates, np.array([0.4, 0.0]), np.array([1, 1])).tolist() == [7]


def test_distance_from_brute_force() -> None:
    """300 random tables of three sides, 4 issues, 5 options: close to the exact optimum on average."""
    numbers = np.random.default_rng(8)
    everybody = np.ones(3, dtype=np.int64)
    gaps = []
    for _ in range(300):
        estimates, lines = random_estimates(numbers, 3, 4, 5), numbers.uniform(0.4, 0.6, 3)
        found = worth(estimates, lines, everybody, text_for(estimates, lines, everybody))
        gaps.append(exact(estimates, lines, everybody) - found)
    assert np.mean(np.array(gaps) < 1e-9) >= 0.75
    assert np.mean(gaps) <= 0.006
    assert np.max(gaps) <= 0.12
