"""How many times as often: the risk ratio and the odds ratio of two arms, with intervals.

Both intervals take the arms' runs as independent. Arms that share their luck usually agree in most runs; for them
these intervals are wider than they need be, and the difference (`intervals.paired_difference`) says more.
Where an arm never or always succeeds a ratio may be 0 or infinite; a bound that the logarithm does not give is None.
"""

from __future__ import annotations

import math

from negotiation_sim.analysis.intervals import Interval, rate


def risk_ratio(
    first_successes: int, first_n: int, second_successes: int, second_n: int, confidence: float = 0.95
) -> Interval:
    """Rate of the first arm divided by the rate of the second.

    Raises ValueError for impossible counts, or where neither arm ever succeeded.
    Source: Katz, Baptista, Azen and Pike 1978, Biometrics 34:469-474.
    """
    from scipy.stats.contingency import relative_risk

    rate(first_successes, first_n, confidence), rate(second_successes, second_n, confidence)
    if first_successes + second_successes == 0:
        raise ValueError("a ratio of rates needs a success in at least one of the arms")
    found = relative_risk(first_successes, first_n, second_successes, second_n)
    if 0 in (first_successes, second_successes):
        return Interval(float(found.relative_risk), None, None)
    bounds = found.confidence_interval(confidence)
    return Interval(float(found.relative_risk), float(bounds.low), float(bounds.high))


def odds_ratio(
    first_successes: int, first_n: int, second_successes: int, second_n: int, confidence: float = 0.95
) -> Interval:
    """Odds of success of the first arm divided by those of the second, with Woolf's interval.

    Raises ValueError for impossible counts, or where both arms always or both never succeeded.
    Source: Woolf 1955, Annals of Human Genetics 19:251-253.
    """
    # Not the conditional odds ratio, which is no different for many runs and takes minutes for 200,000.
    from scipy.stats import contingency

    rate(first_successes, first_n, confidence), rate(second_successes, second_n, confidence)
    failures = first_n - first_successes, second_n - second_successes
    if first_successes + second_successes == 0 or sum(failures) == 0:
        raise ValueError("a ratio of odds needs a success and a failure in at least one of the arms")
    if 0 in (first_successes, second_successes, *failures):
        return Interval(math.inf if 0 in (second_successes, failures[0]) else 0.0, None, None)
    table = [[first_successes, failures[0]], [second_successes, failures[1]]]
    found = contingency.odds_ratio(table, kind="sample")
    bounds = found.confidence_interval(confidence)
    return Interval(float(found.statistic), float(bounds.low), float(bounds.high))
