"""The difference of two rates where the arms did not share their luck."""

from __future__ import annotations

from negotiation_sim.analysis.intervals import Interval, rate
from negotiation_sim.analysis.missing_library import needed


def unpaired_difference(
    first_successes: int, first_n: int, second_successes: int, second_n: int, confidence: float = 0.95
) -> Interval:
    """Rate of the first arm minus rate of the second, where their runs are independent, with Newcombe's interval.

    For arms played with the same luck `intervals.paired_difference` is the right one, and usually much narrower.
    Raises ValueError where an arm has no runs or more successes than runs, MissingLibrary without statsmodels.
    Source: Newcombe 1998, Statistics in Medicine 17:873-890, method 10.
    """
    value = rate(first_successes, first_n, confidence).value - rate(second_successes, second_n, confidence).value
    proportion = needed("statsmodels.stats.proportion", "statsmodels", "stats")
    low, high = proportion.confint_proportions_2indep(
        first_successes, first_n, second_successes, second_n, method="newcomb", compare="diff", alpha=1.0 - confidence
    )
    return Interval(value, float(low), float(high))
