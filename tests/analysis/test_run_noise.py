"""Noise of runs: told from the factors, with and without shared luck."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.analysis.not_estimable import NotEstimable
from negotiation_sim.analysis.run_noise import run_means, verdict


@given(st.integers(0, 10**6), st.integers(2, 9), st.integers(2, 9))
def test_the_share_of_chance_is_what_the_doubly_centred_table_leaves(seed: int, points: int, runs: int) -> None:
    y = np.random.default_rng(seed).normal(size=(points, runs))
    rest = y - y.mean(axis=1, keepdims=True) - y.mean(axis=0) + y.mean()
    noise = (rest**2).sum() / ((points - 1) * (runs - 1)) / runs
    expected = min(1.0, noise / y.mean(axis=1).var(ddof=1))
    assert run_means(y).noise_share == pytest.approx(expected, rel=1e-6)


def test_luck_that_all_points_share_is_no_noise() -> None:
    effect, luck = np.array([0.0, 1.0, 3.0]), np.random.default_rng(1).normal(size=50)
    assert run_means(effect[:, None] + luck).noise_share == pytest.approx(0.0, abs=1e-9)


def test_fresh_coins_are_all_noise() -> None:
    coins = np.random.default_rng(1).random((2000, 10)) < 0.4
    assert run_means(coins).noise_share == pytest.approx(1.0, abs=0.1)


def test_halves_are_the_even_and_the_odd_runs() -> None:
    whole, even, odd, _ = run_means(np.array([[True, False, True, False], [False, True, True, True]]))
    assert whole.tolist() == [0.5, 0.75]
    assert even.tolist() == [1.0, 0.5]
    assert odd.tolist() == [0.0, 1.0]


def test_one_run_has_no_halves_and_no_share() -> None:
    whole, even, odd, share = run_means(np.array([[1.0], [3.0]]))
    assert whole.tolist() == [1.0, 3.0]
    assert even is odd is share is None


def test_points_that_are_all_the_same_have_nothing_to_explain() -> None:
    with pytest.raises(NotEstimable, match="nothing to explain"):
        run_means(np.ones((4, 3), dtype=bool))


INDEX = [Interval(0.4, 0.3, 0.5), Interval(0.1, 0.05, 0.15)]


@pytest.mark.parametrize(
    ("halves", "share", "is_enough", "reason"),
    [
        ((0.45, 0.1), 0.02, True, "2.0% is chance"),
        ((0.45, 0.1), 0.06, False, "6% of the variance between points is chance"),
        ((0.45, 0.2), 0.02, False, "differ by up to 0.10"),
        ((0.2, 0.2), 0.02, False, "differ by up to 0.20"),
        (None, None, False, "one run a point"),
    ],
)
def test_the_verdict(halves, share, is_enough: bool, reason: str) -> None:
    found = verdict(INDEX, halves, share)
    assert found.is_enough == is_enough
    assert reason in found.reason
    assert found.reason.startswith("enough runs" if is_enough else "too few runs")


def test_a_shift_of_less_than_a_hundredth_is_none_even_outside_a_narrow_interval() -> None:
    narrow = [Interval(0.006, 0.004, 0.008)]
    assert verdict(narrow, (0.012,), 0.01).is_enough
    assert not verdict(narrow, (0.02,), 0.01).is_enough
