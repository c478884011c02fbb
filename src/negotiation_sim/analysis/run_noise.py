"""Whether there are enough runs at each point of a design for indices of sensitivity.

What is analysed is each point's mean over its runs, and what is left of chance in these means looks like a factor that
works together with all the others: total indices come out too large, first ones too small. The interval of an index
does not show it, because it resamples points and not runs. Two things do: the same indices from half of the runs, where
the bias is twice as large, and the share of chance in the variance between points.
"""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.analysis.not_estimable import NotEstimable
from negotiation_sim.concepts import Floats

LARGEST_NOISE_SHARE = 0.05
"""Beyond it total indices of known outcomes come out wrong by more than their interval (docs/sweeps.md)."""

SMALLEST_SHIFT = 0.01
"""A smaller difference between the index from half of the runs and that from all is none to speak of."""


class RunMeans(NamedTuple):
    """Means of each point over all runs and over those of even and odd number, and the share of chance in the first.

    The last three are None where each point was played once.
    """

    whole: Floats
    even: Floats | None
    odd: Floats | None
    noise_share: float | None


class Verdict(NamedTuple):
    """Whether the runs are enough, and why in words."""

    is_enough: bool
    reason: str


def run_means(outcomes: NDArray[np.bool_] | Floats) -> RunMeans:
    """Means of `outcomes[point, run]`, where column k of all points is run k.

    Luck that all points share shifts all means alike and does no harm, so it is not counted as noise: the share is the
    residual mean square of points by runs, over the number of runs, over the variance between the means.
    Raises NotEstimable where all points have the same mean, since there is nothing to explain then.
    """
    points, runs = outcomes.shape
    whole = outcomes.mean(axis=1, dtype=np.float64)
    between = float(whole.var(ddof=1)) if points > 1 else 0.0
    if between < 1e-20:
        raise NotEstimable(gettext("the outcome is the same at every point of the design: there is nothing to explain"))
    if runs < 2:
        return RunMeans(whole, None, None, None)
    by_run = outcomes.mean(axis=0, dtype=np.float64)
    squares = np.square(outcomes, dtype=np.float64).sum() - points * runs * whole.mean() ** 2
    residual = squares - runs * (points - 1) * between - points * (runs - 1) * by_run.var(ddof=1)
    noise = max(0.0, float(residual)) / ((points - 1) * (runs - 1)) / runs
    even, odd = (outcomes[:, start::2].mean(axis=1, dtype=np.float64) for start in (0, 1))
    return RunMeans(whole, even, odd, min(1.0, noise / between))


def verdict(whole: Sequence[Interval], halves: Sequence[float] | None, noise_share: float | None) -> Verdict:
    """Whether indices can be believed: from all runs with their intervals, and the same from half of the runs.

    Too few runs where there are no halves, where an index from half of the runs lies outside its interval from all (by
    a hundredth and more), or where more than a twentieth of the variance between points is chance.
    """
    if halves is None or noise_share is None:
        return Verdict(False, gettext("too few runs: with one run a point, chance cannot be told from the factors"))
    if noise_share > LARGEST_NOISE_SHARE:
        told = gettext("too few runs: {share:.0%} of the variance between points is chance")
        return Verdict(False, told.format(share=noise_share))
    shifts = [
        half - index.value
        for index, half in zip(whole, halves, strict=True)
        if abs(half - index.value) >= SMALLEST_SHIFT
        and (index.low is None or index.high is None or not index.low <= half <= index.high)
    ]
    if shifts:
        told = gettext("too few runs: half of them give indices that differ by up to {shift:.2f}, beyond the interval")
        return Verdict(False, told.format(shift=max(map(abs, shifts))))
    told = gettext("enough runs: half of them give the same indices within the interval; {share:.1%} is chance")
    return Verdict(True, told.format(share=noise_share))
