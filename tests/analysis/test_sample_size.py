"""Numbers of runs: just enough for the interval that will be reported."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import samplesize_confint_proportion

from negotiation_sim.analysis.intervals import paired_difference, rate
from negotiation_sim.analysis.sample_size import runs_for_paired_difference, runs_for_rate


def test_a_rate_to_two_points_takes_nearly_the_textbooks_2401_runs() -> None:
    assert 0 <= samplesize_confint_proportion(0.5, 0.02) - runs_for_rate(0.02) < 6


@settings(max_examples=30)
@given(half_width=st.floats(0.004, 0.3), guess=st.floats(0.2, 0.8))  # beyond, rounding to whole runs decides
def test_so_many_runs_are_enough_and_a_fifth_less_are_not(half_width: float, guess: float) -> None:
    def reached(n: int) -> float:
        interval = rate(round(guess * n), n)
        return (interval.high - interval.low) / 2

    n = runs_for_rate(half_width, guess)
    assert reached(n) <= half_width
    assert n < 30 or reached(int(0.8 * n)) > half_width


@settings(max_examples=30)
@given(half_width=st.floats(0.01, 0.1), differing=st.floats(0.05, 1.0), share=st.floats(-0.9, 0.9))
def test_so_many_pairs_are_enough_and_a_tenth_less_are_not(half_width: float, differing: float, share: float) -> None:
    difference = share * differing

    def reached(n: int) -> float:
        gains, losses = (round(n * (differing + sign * difference) / 2) for sign in (1, -1))
        interval = paired_difference(max(0, n - gains - losses), gains, losses, 0)
        return (interval.high - interval.low) / 2

    n = runs_for_paired_difference(half_width, differing, difference)
    assert reached(n) <= half_width
    assert n < 100 or reached(int(0.9 * n)) > half_width


def test_pairs_that_seldom_differ_need_few_runs() -> None:
    # z^2 d / w^2, for a difference of 0
    assert runs_for_paired_difference(0.01, 0.1) == pytest.approx(1.96**2 * 0.1 / 0.01**2, rel=0.02)
    assert runs_for_paired_difference(0.01, 0.5) == pytest.approx(1.96**2 * 0.5 / 0.01**2, rel=0.02)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: runs_for_rate(0.0), "at most 0.5, not 0.0"),
        (lambda: runs_for_rate(0.7), "at most 0.5, not 0.7"),
        (lambda: runs_for_rate(0.1, 1.5), "not 1.5"),
        (lambda: runs_for_rate(1e-7), "more than 10,000,000,000 runs"),
        (lambda: runs_for_paired_difference(0.1, 0.1, -0.2), r"the difference \(0.2\) and 1, not 0.1"),
        (lambda: runs_for_paired_difference(0.1, 1.1), "not 1.1"),
    ],
)
def test_impossible_wishes_are_refused(call, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
