"""Newcombe's interval against his own figures, and against what symmetry demands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.analysis.intervals import paired_difference
from negotiation_sim.analysis.unpaired import unpaired_difference


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    # Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10.
    [((56, 70, 48, 80), 0.0524, 0.3339), ((9, 10, 3, 10), 0.1705, 0.8090)],
)
def test_gives_newcombes_published_intervals(counts: tuple[int, int, int, int], low: float, high: float) -> None:
    interval = unpaired_difference(*counts)
    assert interval.value == counts[0] / counts[1] - counts[2] / counts[3]
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


@given(st.integers(1, 500), st.integers(1, 500), st.data())
def test_swapping_the_arms_mirrors_the_interval(n: int, m: int, data: st.DataObject) -> None:
    k, j = data.draw(st.integers(0, n)), data.draw(st.integers(0, m))
    value, low, high = unpaired_difference(k, n, j, m)
    assert unpaired_difference(j, m, k, n) == pytest.approx((-value, -high, -low), abs=1e-12)
    assert -1.0 - 1e-12 <= low <= value <= high <= 1.0 + 1e-12


def test_is_wider_than_the_paired_interval_of_arms_that_mostly_agree() -> None:
    # 600 runs: both 300, only the first 40, only the second 4, neither 256.
    paired = paired_difference(300, 40, 4, 256)
    unpaired = unpaired_difference(340, 600, 304, 600)
    assert unpaired.value == pytest.approx(paired.value)
    assert unpaired.high - unpaired.low > 2 * (paired.high - paired.low)


def test_confidence_widens() -> None:
    assert unpaired_difference(7, 20, 5, 20, 0.99).high > unpaired_difference(7, 20, 5, 20, 0.8).high


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and the 4 runs, not 5"):
        unpaired_difference(1, 2, 5, 4)
    with pytest.raises(ValueError, match="at least one run"):
        unpaired_difference(0, 0, 1, 4)
