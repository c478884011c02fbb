"""Sobol indices: the share of an outcome's variance that each factor explains alone, and together with others.

Source: Sobol 2001, Mathematics and Computers in Simulation 55:271-280; estimators of Saltelli and others 2010,
Computer Physics Communications 181:259-270, as SALib has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.analysis.missing_library import needed
from negotiation_sim.analysis.run_noise import Verdict, run_means, verdict
from negotiation_sim.concepts import Floats

RESAMPLES = 200


@dataclass(frozen=True)
class SobolIndices:
    """First and total indices in the order of `factors`, with intervals, and what tells whether runs are enough.

    `half_first` and `half_total` are the indices from half of the runs, averaged over the two halves; None with one
    run a point, as is `noise_share`, the share of chance in the variance between points.
    """

    factors: tuple[str, ...]
    first: tuple[Interval, ...]
    total: tuple[Interval, ...]
    half_first: tuple[float, ...] | None
    half_total: tuple[float, ...] | None
    noise_share: float | None

    @property
    def verdict(self) -> Verdict:
        """Whether there are enough runs at each point."""
        if self.half_first is None or self.half_total is None:
            return verdict((), None, None)
        return verdict((*self.first, *self.total), (*self.half_first, *self.half_total), self.noise_share)


def sobol_indices(
    factors: Sequence[str], outcomes: NDArray[np.bool_] | Floats, confidence: float = 0.95, seed: int = 1
) -> SobolIndices:
    """Indices of the mean of `outcomes[point, run]` over the runs.

    The points stand in the order of SALib's Saltelli design without second-order indices: for each base sample
    A, one point for each factor, B. The intervals come from resampling the base samples (`seed` from 1).
    Raises ValueError where the number of points does not fit, NotEstimable where all points have the same mean,
    MissingLibrary without SALib.
    """
    width = len(factors) + 2
    if len(outcomes) % width or len(outcomes) < 2 * width:
        raise ValueError(
            f"a Saltelli design of {len(factors)} factors has a multiple of {width} points, at least {2 * width}, "
            f"not {len(outcomes)}"
        )
    means = run_means(outcomes)
    first, total = _indices(factors, means.whole, confidence, seed)
    halves = [_indices(factors, half, confidence, seed) for half in (means.even, means.odd) if half is not None]
    half_first, half_total = (
        tuple(float(np.mean([interval.value for interval in of_factor])) for of_factor in zip(*kind, strict=True))
        for kind in (([h[0] for h in halves]), ([h[1] for h in halves]))
    )
    return SobolIndices(tuple(factors), first, total, half_first or None, half_total or None, means.noise_share)


def _indices(
    factors: Sequence[str], means: Floats, confidence: float, seed: int
) -> tuple[tuple[Interval, ...], tuple[Interval, ...]]:
    """First and total indices of one number a point; all 0 where the numbers are the same."""
    sobol = needed("SALib.analyze.sobol", "SALib", "stats")
    if np.ptp(means) == 0.0:
        return ((Interval(0.0, 0.0, 0.0),) * len(factors),) * 2
    problem = {"num_vars": len(factors), "names": list(factors), "bounds": [[0.0, 1.0]] * len(factors)}
    found = sobol.analyze(
        problem, means, calc_second_order=False, num_resamples=RESAMPLES, conf_level=confidence, seed=seed
    )
    first, total = (
        tuple(
            Interval(float(value), float(value - reach), float(value + reach))
            for value, reach in zip(found[kind], found[f"{kind}_conf"], strict=True)
        )
        for kind in ("S1", "ST")
    )
    return first, total
