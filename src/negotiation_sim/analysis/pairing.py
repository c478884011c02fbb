"""Two arms played with the same luck, run by run: the four counts, a test, and an interval by resampling.

The interval to report is `intervals.paired_difference`; what is here checks it by other means.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.analysis.intervals import Interval, paired_difference

RESAMPLES = 9999


class Pairs(NamedTuple):
    """In how many pairs of runs both arms succeeded, only the first, only the second, neither."""

    both: int
    only_first: int
    only_second: int
    neither: int


def pairs_of(first: NDArray[np.bool_], second: NDArray[np.bool_]) -> Pairs:
    """The counts of two arms whose runs stand in the same order. Raises ValueError where their numbers differ."""
    if first.shape != second.shape:
        raise ValueError(f"arms are compared run by run, but one has {len(first)} runs and the other {len(second)}")
    return Pairs(
        both=int((first & second).sum()),
        only_first=int((first & ~second).sum()),
        only_second=int((~first & second).sum()),
        neither=int((~first & ~second).sum()),
    )


def mcnemar(pairs: Pairs) -> float:
    """How likely so uneven a split of the pairs that differ is if neither arm is better: McNemar's exact p-value.

    It is the sign test of the pairs in which the arms differ; 1 where there are none.
    Source: McNemar 1947, Psychometrika 12:153-157.
    """
    from scipy.stats import binomtest

    differing = pairs.only_first + pairs.only_second
    return float(binomtest(pairs.only_first, differing).pvalue) if differing else 1.0


def bootstrap_difference(pairs: Pairs, confidence: float = 0.95, seed: int = 1) -> Interval:
    """Rate of the first arm minus rate of the second, with the percentile interval of 9,999 resamplings of the pairs.

    Drawing pairs anew with replacement is drawing their four counts from the multinomial distribution, which is how it
    is done here: it takes no longer for many runs than for few. A resampling cannot contain what was not seen: without
    any pair in which the arms differ the interval is [0, 0]. Raises ValueError like `paired_difference`.
    Source: Efron 1979, Annals of Statistics 7:1-26.
    """
    value = paired_difference(*pairs, confidence).value
    n = sum(pairs)
    counts = np.random.default_rng(seed).multinomial(n, np.array(pairs) / n, size=RESAMPLES)
    differences = (counts[:, 1] - counts[:, 2]) / n
    low, high = np.quantile(differences, [(1.0 - confidence) / 2.0, (1.0 + confidence) / 2.0])
    return Interval(value, float(low), float(high))
