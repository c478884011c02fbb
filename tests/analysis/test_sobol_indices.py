"""Sobol indices against functions whose indices are known, with noise and without."""

from __future__ import annotations

import math

import numpy as np
import pytest
from SALib.sample import sobol

from negotiation_sim.analysis.sobol_indices import SobolIndices, sobol_indices

FACTORS = ("a", "b", "c")


def saltelli(samples: int, factors: int = 3) -> np.ndarray:
    names = [f"x{i}" for i in range(factors)]
    problem = {"num_vars": factors, "names": names, "bounds": [[0.0, 1.0]] * factors}
    return sobol.sample(problem, samples, calc_second_order=False, seed=1)


def values(intervals) -> list[float]:
    return [interval.value for interval in intervals]


def test_ishigamis_function() -> None:
    # Ishigami and Homma 1990, with a = 7 and b = 0.1; variances by hand.
    x = (2 * saltelli(2048) - 1) * math.pi
    y = np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])
    parts = 0.5 * (1 + math.pi**4 / 50) ** 2, 49 / 8, 0.01 * math.pi**8 * (1 / 18 - 1 / 50)
    found = sobol_indices(FACTORS, y[:, None])
    assert values(found.first) == pytest.approx([parts[0] / sum(parts), parts[1] / sum(parts), 0.0], abs=0.03)
    together = parts[2] / sum(parts)
    assert values(found.total) == pytest.approx([1 - parts[1] / sum(parts), parts[1] / sum(parts), together], abs=0.03)
    for index in (*found.first, *found.total):
        assert index.low <= index.value <= index.high
    assert found.total[1].low < 0.4424 < found.total[1].high


def test_sobols_g_function() -> None:
    # Sobol 2001: the product of (|4x - 2| + a) / (1 + a); each factor's part of the variance is 1 / 3 (1 + a)^2.
    a = np.array([0.0, 1.0, 4.5, 9.0])
    y = ((np.abs(4 * saltelli(2048, 4) - 2) + a) / (1 + a)).prod(axis=1)
    part = 1 / (3 * (1 + a) ** 2)
    variance = (1 + part).prod() - 1
    found = sobol_indices(("a", "b", "c", "d"), y[:, None])
    assert values(found.first) == pytest.approx(part / variance, abs=0.03)
    assert values(found.total) == pytest.approx(part * (1 + part).prod() / (1 + part) / variance, abs=0.03)


def test_intervals_are_as_wide_as_the_indices_of_other_samples_scatter() -> None:
    rng = np.random.default_rng(1)
    estimates, reaches = [], []
    for _ in range(60):
        a, b = rng.random((2, 200, 3))
        mixed = [np.where(np.arange(3) == factor, b, a) for factor in range(3)]
        x = np.stack([a, *mixed, b], axis=1).reshape(-1, 3)
        found = sobol_indices(FACTORS, (x[:, 0] + 2 * x[:, 1] * x[:, 2])[:, None])
        indices = (*found.first, *found.total)
        estimates.append(values(indices))
        reaches.append([index.high - index.value for index in indices])
    ratio = np.mean(reaches, axis=0) / (1.96 * np.std(estimates, axis=0, ddof=1))
    assert ratio == pytest.approx(1.0, abs=0.35)


def agreements(runs: int, is_same_luck: bool) -> SobolIndices:
    """Agreements whose chance is .1 + .8 a: first and total index 1 for a, 0 for the others."""
    points = saltelli(256)
    luck = np.random.default_rng(1).random((1 if is_same_luck else len(points), runs))
    return sobol_indices(FACTORS, luck < 0.1 + 0.8 * points[:, :1])


def test_fresh_luck_and_few_runs_mislead_and_the_check_notices() -> None:
    found = agreements(8, is_same_luck=False)
    assert found.total[1].value > 0.2  # nothing depends on it
    assert found.half_total[1] > found.total[1].value + 0.1
    assert found.noise_share > 0.2
    assert not found.verdict.is_enough


def test_shared_luck_and_enough_runs_do_not() -> None:
    found = agreements(200, is_same_luck=True)
    assert values(found.total) == pytest.approx([1.0, 0.0, 0.0], abs=0.05)
    assert found.half_total == pytest.approx([1.0, 0.0, 0.0], abs=0.05)
    assert found.verdict.is_enough


def test_one_run_is_never_enough() -> None:
    found = agreements(1, is_same_luck=True)
    assert found.half_first is found.half_total is found.noise_share is None
    assert not found.verdict.is_enough


def test_a_half_in_which_nothing_varies_has_indices_of_0() -> None:
    y = np.zeros((10, 2))
    y[:, 0] = np.arange(10)
    assert sobol_indices(FACTORS, y).half_total == pytest.approx(
        [total.value / 2 for total in sobol_indices(FACTORS, y[:, :1]).total]
    )


def test_repeats_itself() -> None:
    assert agreements(4, is_same_luck=False) == agreements(4, is_same_luck=False)


@pytest.mark.parametrize("points", [5, 12])
def test_a_number_of_points_that_is_not_saltellis_is_refused(points: int) -> None:
    with pytest.raises(ValueError, match=f"a multiple of 5 points, at least 10, not {points}"):
        sobol_indices(FACTORS, np.arange(float(points))[:, None])
