"""Intervals against published figures, closed forms, independent computation and exact coverage."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, stats

from negotiation_sim.analysis.intervals import Interval, clopper_pearson, mean, paired_difference, rate

Z = float(stats.norm.ppf(0.975))

counts = st.integers(0, 60)


def tango_score(gains: int, losses: int, n: int, difference: float) -> float:
    """The score by brute force: the nuisance share is found by maximising the likelihood on a line."""
    lowest, highest = max(0.0, -difference), (1.0 - difference) / 2.0

    def minus_log_likelihood(loss_share: float) -> float:
        shares = (loss_share + difference, loss_share, 1.0 - difference - 2.0 * loss_share)
        seen = (gains, losses, n - gains - losses)
        return -sum(k * math.log(max(share, 1e-300)) for k, share in zip(seen, shares, strict=True) if k > 0)

    best = optimize.minimize_scalar(
        minus_log_likelihood, bounds=(lowest, highest), method="bounded", options={"xatol": 1e-13}
    ).x
    # The bounded search never quite reaches an end at which the likelihood is largest.
    best = min((lowest, best, highest), key=minus_log_likelihood)
    return (gains - losses - n * difference) / math.sqrt(n * (2.0 * best + difference * (1.0 - difference)))


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    # Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_rate_gives_newcombes_published_wilson_intervals(successes: int, n: int, low: float, high: float) -> None:
    interval = rate(successes, n)
    assert interval.value == successes / n
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    # Newcombe 1998, as above, method 5.
    [(81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617), (0, 20, 0.0, 0.1684), (1, 29, 0.0009, 0.1776)],
)
def test_clopper_pearson_gives_newcombes_published_exact_intervals(
    successes: int, n: int, low: float, high: float
) -> None:
    interval = clopper_pearson(successes, n)
    assert interval.value == successes / n
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


@given(n=st.integers(1, 400), data=st.data())
def test_clopper_pearson_bounds_leave_a_fortieth_beyond_each(n: int, data: st.DataObject) -> None:
    successes = data.draw(st.integers(0, n))
    _, low, high = clopper_pearson(successes, n)
    assert successes == 0 or stats.binom.sf(successes - 1, n, low) == pytest.approx(0.025, rel=1e-6)
    assert successes == n or stats.binom.cdf(successes, n, high) == pytest.approx(0.025, rel=1e-6)


@given(n=st.integers(1, 10**7), part=st.floats(0.0, 1.0), confidence=st.floats(0.01, 0.9999))
def test_wilsons_bounds_are_those_of_scipy_to_the_last_bit(n: int, part: float, confidence: float) -> None:
    for successes in {0, round(part * n), n}:
        bounds = stats.binomtest(successes, n).proportion_ci(confidence, method="wilson")
        assert rate(successes, n, confidence)[1:] == (bounds.low, bounds.high)


def test_87_of_120_by_both_methods() -> None:
    assert [round(bound, 3) for bound in rate(87, 120)[1:]] == [0.639, 0.797]
    assert [round(bound, 3) for bound in clopper_pearson(87, 120)[1:]] == [0.636, 0.803]


@given(n=st.integers(1, 2000), data=st.data())
def test_rate_bounds_solve_the_score_equation(n: int, data: st.DataObject) -> None:
    successes = data.draw(st.integers(0, n))
    value, low, high = rate(successes, n)
    assert 0.0 <= low <= value <= high <= 1.0
    assert low < high
    for bound, inner in ((low, successes > 0), (high, successes < n)):
        if inner:
            assert abs(value - bound) / math.sqrt(bound * (1 - bound) / n) == pytest.approx(Z, rel=1e-6)


def test_a_higher_confidence_widens_every_interval() -> None:
    for narrow, wide in (
        (rate(7, 20, 0.8), rate(7, 20, 0.99)),
        (paired_difference(3, 7, 2, 8, 0.8), paired_difference(3, 7, 2, 8, 0.99)),
        (mean(10.0, 30.0, 5, 0.8), mean(10.0, 30.0, 5, 0.99)),
    ):
        assert narrow.value == wide.value
        assert wide.low < narrow.low < narrow.high < wide.high


@pytest.mark.parametrize(
    ("table", "low", "high"),
    # Fagerland, Lydersen and Laake 2014, Statistics in Medicine 33:2850-2875, and their R package
    # contingencytables: airway data of Bentur et al. 2009, response data of Cavo et al. 2012.
    [((1, 1, 7, 12), -0.517, -0.026), ((59, 6, 16, 80), -0.1240, -0.0054)],
)
def test_paired_difference_gives_published_tango_intervals(
    table: tuple[int, int, int, int], low: float, high: float
) -> None:
    interval = paired_difference(*table)
    assert interval.value == (table[1] - table[2]) / sum(table)
    assert interval.low == pytest.approx(low, abs=5e-4 if abs(low) > 0.5 else 5e-5)
    assert interval.high == pytest.approx(high, abs=5e-4 if abs(low) > 0.5 else 5e-5)


@given(both=counts, neither=counts)
def test_without_a_differing_pair_the_bounds_are_z2_over_n_plus_z2(both: int, neither: int) -> None:
    n = both + neither
    if n == 0:
        with pytest.raises(ValueError, match="at least one pair"):
            paired_difference(both, 0, 0, neither)
        return
    value, low, high = paired_difference(both, 0, 0, neither)
    assert value == 0.0
    assert high == pytest.approx(Z * Z / (n + Z * Z), rel=1e-10)
    assert low == -high


@given(n=st.integers(1, 10_000))
def test_where_every_pair_differs_the_same_way_the_bound_is_n_less_z2_over_n_plus_z2(n: int) -> None:
    assert paired_difference(0, n, 0, 0) == (1.0, pytest.approx((n - Z * Z) / (n + Z * Z), abs=1e-10), 1.0)


@given(both=counts, first=counts, second=counts, neither=counts)
def test_swapping_the_arms_mirrors_the_interval(both: int, first: int, second: int, neither: int) -> None:
    if both + first + second + neither == 0:
        return
    value, low, high = paired_difference(both, first, second, neither)
    assert paired_difference(both, second, first, neither) == (-value, -high, -low)
    assert paired_difference(neither, first, second, both) == (value, low, high)
    assert -1.0 <= low <= value <= high <= 1.0
    assert low < high


@given(gains=st.integers(0, 30), losses=st.integers(0, 30), same=st.integers(1, 60))
def test_at_each_bound_the_score_equals_z(gains: int, losses: int, same: int) -> None:
    n = gains + losses + same
    _, low, high = paired_difference(same, gains, losses, 0)
    assert tango_score(gains, losses, n, high) == pytest.approx(-Z, abs=1e-4)
    assert tango_score(gains, losses, n, low) == pytest.approx(Z, abs=1e-4)


@pytest.mark.parametrize("n", [10, 25])
def test_coverage_of_the_paired_interval_by_exact_enumeration(n: int) -> None:
    # Only the numbers of gains and losses matter, so all their outcomes can be listed.
    outcomes = [(gains, losses) for gains in range(n + 1) for losses in range(n + 1 - gains)]
    intervals = {
        (gains, losses): paired_difference(n - gains - losses, gains, losses, 0)
        for gains, losses in outcomes
        if gains >= losses
    }
    coverages = []
    for gain_share, loss_share in product((0.02, 0.1, 0.3, 0.45), repeat=2):
        shares = (gain_share, loss_share, 1.0 - gain_share - loss_share)
        truth = gain_share - loss_share
        chances = stats.multinomial(n, shares).pmf([(g, k, n - g - k) for g, k in outcomes])
        covered = [
            intervals[g, k].low <= truth <= intervals[g, k].high
            if g >= k
            else intervals[k, g].low <= -truth <= intervals[k, g].high
            for g, k in outcomes
        ]
        coverages.append(float(chances[covered].sum()))
    assert min(coverages) > 0.91
    assert 0.94 < float(np.mean(coverages)) < 0.985


@given(st.lists(st.floats(-100.0, 100.0), min_size=2, max_size=40))
def test_mean_agrees_with_the_t_interval_of_the_observations(observations: list[float]) -> None:
    x = np.array(observations)
    value, low, high = mean(float(x.sum()), float((x * x).sum()), len(x))
    half = stats.t.ppf(0.975, len(x) - 1) * x.std(ddof=1) / math.sqrt(len(x))
    # Sums of squares lose the digits that the mean's square takes up.
    lost = 1e-6 * (1.0 + float(np.abs(x).max())) * stats.t.ppf(0.975, len(x) - 1)
    assert value == pytest.approx(float(x.mean()), abs=1e-9)
    assert (low, high) == (pytest.approx(value - half, abs=lost), pytest.approx(value + half, abs=lost))


def test_mean_by_hand() -> None:
    # 1, 2, 3: variance 1, t(2) = 4.302653.
    assert mean(6.0, 14.0, 3) == (
        2.0,
        pytest.approx(2 - 4.302653 / math.sqrt(3), abs=1e-6),
        pytest.approx(2 + 4.302653 / math.sqrt(3), abs=1e-6),
    )


def test_one_observation_gives_a_mean_without_bounds() -> None:
    assert mean(0.7, 0.49, 1) == Interval(0.7, None, None)


@given(x=st.floats(-1e6, 1e6), n=st.integers(2, 1000))
def test_equal_observations_never_give_a_negative_variance(x: float, n: int) -> None:
    value, low, high = mean(x * n, x * x * n * (1.0 - 1e-15), n)
    assert low <= value <= high


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: rate(0, 0), "a rate needs at least one run, not 0"),
        (lambda: rate(5, 4), "successes must lie between 0 and the 4 runs, not 5"),
        (lambda: rate(-1, 4), "successes must lie between 0 and the 4 runs, not -1"),
        (lambda: clopper_pearson(5, 4), "successes must lie between 0 and the 4 runs, not 5"),
        (lambda: rate(1, 4, 1.0), "confidence must lie strictly between 0 and 1, not 1.0"),
        (lambda: paired_difference(0, 0, 0, 0), "at least one pair of runs"),
        (lambda: paired_difference(4, 1, -1, 0), "cannot be negative: 4 both, 1 only first, -1 only second"),
        (lambda: paired_difference(4, 1, 1, 0, 0.0), "confidence must lie strictly between 0 and 1, not 0.0"),
        (lambda: mean(0.0, 0.0, 0), "a mean needs at least one observation, not 0"),
        (lambda: mean(1.0, 1.0, 2, 95.0), "confidence must lie strictly between 0 and 1, not 95.0"),
    ],
)
def test_impossible_counts_are_refused_in_plain_words(call, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
