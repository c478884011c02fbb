"""Pairs of runs: counted, tested and resampled."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar as statsmodels_mcnemar

from negotiation_sim.analysis.pairing import Pairs, bootstrap_difference, mcnemar, pairs_of

counts = st.integers(0, 80)


def test_pairs_are_counted_run_by_run() -> None:
    first = np.array([True, True, True, False, False, True, True])
    second = np.array([True, False, False, True, False, False, True])
    assert pairs_of(first, second) == Pairs(both=2, only_first=3, only_second=1, neither=1)


def test_arms_of_different_length_have_no_pairs() -> None:
    with pytest.raises(ValueError, match="one has 2 runs and the other 3"):
        pairs_of(np.ones(2, dtype=bool), np.ones(3, dtype=bool))


@pytest.mark.parametrize(
    ("pairs", "p"),
    # Fagerland, Lydersen and Laake 2013, BMC Medical Research Methodology 13:91: airway and response data.
    [((1, 1, 7, 12), 0.0703), ((59, 6, 16, 80), 0.0525)],
)
def test_mcnemar_gives_published_p_values(pairs: tuple[int, int, int, int], p: float) -> None:
    assert mcnemar(Pairs(*pairs)) == pytest.approx(p, abs=5e-5)


@given(counts, counts, counts, counts)
def test_mcnemar_is_statsmodels_exact_test(both: int, first: int, second: int, neither: int) -> None:
    expected = statsmodels_mcnemar([[both, first], [second, neither]], exact=True).pvalue
    assert mcnemar(Pairs(both, first, second, neither)) == pytest.approx(min(1.0, expected), abs=1e-9)


def test_the_bootstrap_is_that_of_single_pairs() -> None:
    pairs = Pairs(200, 60, 25, 115)
    differences = np.repeat([0.0, 1.0, -1.0, 0.0], pairs)
    expected = stats.bootstrap((differences,), np.mean, method="percentile", rng=np.random.default_rng(3))
    found = bootstrap_difference(pairs)
    assert found.value == 35 / 400
    assert found.low == pytest.approx(expected.confidence_interval.low, abs=0.003)
    assert found.high == pytest.approx(expected.confidence_interval.high, abs=0.003)


def test_the_bootstrap_repeats_itself_and_depends_on_seed_and_confidence() -> None:
    pairs = Pairs(20, 7, 4, 30)
    assert bootstrap_difference(pairs) == bootstrap_difference(pairs)
    wide, narrow = bootstrap_difference(pairs, confidence=0.99), bootstrap_difference(pairs, confidence=0.8)
    assert wide.low < narrow.low < narrow.high < wide.high
    many = Pairs(20_000, 7_000, 4_000, 30_000)
    assert bootstrap_difference(many, seed=1) != bootstrap_difference(many, seed=2)


def test_the_bootstrap_cannot_see_what_did_not_occur() -> None:
    assert bootstrap_difference(Pairs(10, 0, 0, 10)) == (0.0, 0.0, 0.0)


def test_the_bootstrap_needs_pairs() -> None:
    with pytest.raises(ValueError, match="at least one pair"):
        bootstrap_difference(Pairs(0, 0, 0, 0))
