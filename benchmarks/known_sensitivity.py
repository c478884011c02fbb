"""Sobol indices of an outcome whose indices are known, from few runs and many: the tables of docs/sweeps.md.

`python benchmarks/known_sensitivity.py` prints them; `--write` puts them into docs/sweeps.md.

The outcome is an agreement, 0 or 1. It comes with chance f = 1/2 + .20 u + .20 v + .31 w + .49 u v, where u, v, w are
the three factors less 1/2, all between 0 and 1. The shares of the variance of f follow by hand: 20 % each for the first
two alone, 10 % for both together, 50 % for the third. In a run the luck is a point in the plane, drawn from the normal
distribution, and there is an agreement where its coordinate in some direction falls below the quantile of f. The
direction turns with the factors, so that the same luck helps at one point and harms at another, as it does in talks.
"""

from __future__ import annotations

import numpy as np
from SALib.sample import sobol
from scipy.special import ndtri
from written_tables import print_or_write

from negotiation_sim.analysis.sobol_indices import SobolIndices, sobol_indices

FACTORS = ("first", "second", "third")
TRUE_FIRST, TRUE_TOTAL = (0.2, 0.2, 0.5), (0.3, 0.3, 0.5)
BASE_SAMPLES = 1024
RUNS = (1, 20, 200)
SETS = 20
LUCK = (("fresh at each point", False), ("common to all points", True))
VARIANCE = 0.0165


def chances(points: np.ndarray) -> np.ndarray:
    """The chance of an agreement at each point, exactly."""
    u, v, w = (points - 0.5).T
    # Over a unit range a slope of b gives the variance b^2 / 12, and a product's slope b^2 / 144.
    slope, steeper, product = (np.sqrt(share * VARIANCE) for share in (0.2 * 12, 0.5 * 12, 0.1 * 144))
    return 0.5 + slope * (u + v) + steeper * w + product * u * v


def agreements(points: np.ndarray, runs: int, is_same_luck: bool, seed: int = 1) -> np.ndarray:
    """Whether each run ended in agreement, [point, run]."""
    rng = np.random.default_rng(seed)
    luck = rng.standard_normal((2, 1 if is_same_luck else len(points), runs))
    angle = (np.pi / 2) * points.mean(axis=1, keepdims=True)
    return np.cos(angle) * luck[0] + np.sin(angle) * luck[1] < ndtri(chances(points))[:, None]


def design() -> np.ndarray:
    """The points at which the indices are estimated."""
    problem = {"num_vars": 3, "names": list(FACTORS), "bounds": [[0.0, 1.0]] * 3}
    return sobol.sample(problem, BASE_SAMPLES, calc_second_order=False, seed=1)


def miss(found: SobolIndices) -> float:
    """By how much the worst of the six indices is wrong."""
    estimates = [index.value for index in (*found.first, *found.total)]
    return float(np.abs(np.subtract(estimates, TRUE_FIRST + TRUE_TOTAL)).max())


def one_set_of_luck(points: np.ndarray) -> list[str]:
    """The indices of one experiment."""

    def cells(indices: tuple, halves: tuple | None) -> str:
        shown = " / ".join(f"{one.value:.2f} ± {one.value - one.low:.2f}" for one in indices)
        return f"{shown} | {'-' if halves is None else ' / '.join(f'{half:.2f}' for half in halves)}"

    lines = [
        f"{BASE_SAMPLES:,} base samples, {len(points):,} points; true first indices "
        f"{' / '.join(map(str, TRUE_FIRST))}, true total ones {' / '.join(map(str, TRUE_TOTAL))}; ± half of the 95 % "
        "interval from resampling points.",
        "",
        "| luck | runs a point | first | from half the runs | total | from half the runs | worst miss | verdict |",
        "|---|---:|---|---|---|---|---:|---|",
    ]
    for words, is_same_luck in LUCK:
        for runs in RUNS:
            found = sobol_indices(FACTORS, agreements(points, runs, is_same_luck))
            lines.append(
                f"| {words} | {runs} | {cells(found.first, found.half_first)} | "
                f"{cells(found.total, found.half_total)} | {miss(found):.2f} | {found.verdict.reason} |"
            )
    return lines


def many_sets_of_luck(points: np.ndarray) -> list[str]:
    """How far the verdict can be relied on."""
    lines = [
        f"The same {SETS} times, with other luck:",
        "",
        "| luck | runs a point | chance, on average | worst miss: mean, largest | enough, says the check | "
        "largest miss when it does |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for words, is_same_luck in LUCK:
        for runs in (20, 50, 100, 200, 400):
            found = [
                sobol_indices(FACTORS, agreements(points, runs, is_same_luck, seed)) for seed in range(1, SETS + 1)
            ]
            misses = [miss(one) for one in found]
            believed = [miss(one) for one in found if one.verdict.is_enough]
            lines.append(
                f"| {words} | {runs} | {np.mean([one.noise_share for one in found]):.0%} | {np.mean(misses):.2f}, "
                f"{max(misses):.2f} | {len(believed)} of {SETS} | {f'{max(believed):.2f}' if believed else '-'} |"
            )
    return lines


def table() -> str:
    """Both Markdown tables."""
    points = design()
    return "\n".join([*one_set_of_luck(points), "", *many_sets_of_luck(points)])


if __name__ == "__main__":
    print_or_write("known_sensitivity", table)
