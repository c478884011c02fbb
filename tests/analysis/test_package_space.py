"""Every package once, in row-major order, with the bits of adding the issues in turn."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.analysis.package_space import package_at, package_stride, package_utilities

option_counts = st.lists(st.integers(1, 5), min_size=1, max_size=5)


def tables(options: list[int], parties: int, seed: int) -> np.ndarray:
    """Value tables whose padding would be noticed at once."""
    values = np.full((parties, len(options), max(options) + 1), np.nan)
    random = np.random.default_rng(seed)
    for issue, count in enumerate(options):
        values[:, issue, :count] = random.random((parties, count))
    return values


def worth(values: np.ndarray, package: tuple[int, ...]) -> list[float]:
    sums = []
    for party in range(len(values)):
        total = float(values[party, 0, package[0]])
        for issue in range(1, len(package)):
            total += float(values[party, issue, package[issue]])
        sums.append(total)
    return sums


@given(options=option_counts, parties=st.integers(1, 4), seed=st.integers(0, 99))
def test_every_package_bit_for_bit_in_row_major_order(options: list[int], parties: int, seed: int) -> None:
    values = tables(options, parties, seed)
    utilities, exact = package_utilities(values, options)
    packages = list(product(*map(range, options)))
    assert exact
    assert utilities.shape == (len(packages), parties)
    assert utilities.flags.c_contiguous
    assert utilities.tolist() == [worth(values, package) for package in packages]
    assert [package_at(index, options) for index in range(len(packages))] == packages


@given(options=option_counts, limit=st.integers(1, 60), seed=st.integers(0, 99))
def test_above_the_limit_different_packages_by_a_fixed_step(options: list[int], limit: int, seed: int) -> None:
    values = tables(options, 2, seed)
    utilities, exact = package_utilities(values, np.array(options), limit)
    packages = math.prod(options)
    stride = package_stride(options, limit)
    assert exact == (packages <= limit) == (stride == 1)
    assert len(utilities) <= limit
    taken = [package_at(index, options) for index in range(0, packages, stride)]
    assert utilities.tolist() == [worth(values, package) for package in taken]


@pytest.mark.parametrize("options", [[10] * 6, [7] * 7, [4, 30, 3, 11, 5, 25], [2] * 17])
def test_a_thinned_space_shows_every_option_equally_often(options: list[int]) -> None:
    # Each party's utility is the option of one issue.
    values = np.zeros((len(options), len(options), max(options)))
    for issue, count in enumerate(options):
        values[issue, issue, :count] = range(count)
    utilities, exact = package_utilities(values, options, limit=100_000)
    assert not exact
    assert 25_000 < len(utilities) <= 100_000
    for issue, count in enumerate(options):
        times = np.bincount(utilities[:, issue].astype(np.int64), minlength=count)
        assert times == pytest.approx(np.full(count, len(utilities) / count), rel=0.01)


def test_a_space_too_large_to_number_in_64_bits() -> None:
    options = [30] * 20
    values = tables(options, 3, seed=4)
    utilities, exact = package_utilities(values, options, limit=500)
    stride = package_stride(options, 500)
    assert not exact
    assert len(utilities) == 500
    assert utilities[499].tolist() == worth(values, package_at(499 * stride, options))


def test_the_caller_may_change_what_it_gets() -> None:
    values = np.array([[[0.0, 1.0]]])
    utilities, _ = package_utilities(values, [2])
    utilities[:] = 9.0
    assert values.tolist() == [[[0.0, 1.0]]]


@pytest.mark.parametrize(
    ("shape", "options", "message"),
    [
        ((2, 3, 4), [4, 4], "with 2 issues .* not of shape \\(2, 3, 4\\)"),
        ((2, 3), [3, 3], "party by issue by option"),
        ((2, 0, 4), [], "at least 1"),
        ((2, 2, 4), [4, 5], "1 to 4 options, not \\[4, 5\\]"),
        ((2, 2, 4), [0, 4], "1 to 4 options, not \\[0, 4\\]"),
    ],
)
def test_tables_that_do_not_fit_are_refused(shape: tuple[int, ...], options: list[int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        package_utilities(np.zeros(shape), options)


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one package, not 0"):
        package_stride([3, 3], 0)


@pytest.mark.parametrize("index", [-1, 6, 600])
def test_a_package_that_does_not_exist_is_refused(index: int) -> None:
    with pytest.raises(ValueError, match=f"no package {index}: the last one is 5"):
        package_at(index, [2, 3])
