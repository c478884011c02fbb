"""How sure a number is: intervals for a rate, for the difference of two paired rates and for a mean.

Every function takes counts or sums, so that results may be kept as a few totals instead of every run.
"""

from __future__ import annotations

import math
from typing import NamedTuple


class Interval(NamedTuple):
    """An estimate and the bounds of its interval; the bounds are None where one observation gives none."""

    value: float
    low: float | None
    high: float | None


def rate(successes: int, n: int, confidence: float = 0.95) -> Interval:
    """Share of runs that succeeded, with Wilson's interval.

    `successes` of `n` runs; all three numbers lie in [0, 1]. Unlike the textbook interval it is never empty,
    not even at 0 or n successes. Raises ValueError where there are no runs or more successes than runs.
    Written out here, step by step as scipy.stats has it, because importing that takes half a second of every start.
    Source: Wilson 1927, Journal of the American Statistical Association 22:209-212; the form is that of Newcombe 1998,
    Statistics in Medicine 17:857-872, method 3.
    """
    from scipy.special import ndtri

    _check_share(successes, n, confidence)
    share = successes / n
    z = float(ndtri(0.5 + 0.5 * confidence))
    denominator = 2 * (n + z**2)
    centre = (2 * n * share + z**2) / denominator
    half_width = z / denominator * math.sqrt(4 * n * share * (1 - share) + z**2)
    low = 0.0 if successes == 0 else centre - half_width
    high = 1.0 if successes == n else centre + half_width
    return Interval(share, float(low), float(high))


def clopper_pearson(successes: int, n: int, confidence: float = 0.95) -> Interval:
    """Share of runs that succeeded, with Clopper and Pearson's interval, for claims that something never happens.

    Its bounds hold the true share at least as often as `confidence` says, whatever that share is, for which they lie
    further apart than those of `rate`. Raises ValueError like `rate`.
    Source: Clopper and Pearson 1934, Biometrika 26:404-413.
    """
    from scipy.stats import binomtest

    _check_share(successes, n, confidence)
    bounds = binomtest(successes, n).proportion_ci(confidence_level=confidence, method="exact")
    return Interval(successes / n, float(bounds.low), float(bounds.high))


def paired_difference(both: int, only_first: int, only_second: int, neither: int, confidence: float = 0.95) -> Interval:
    """Rate of the first arm minus rate of the second, where both arms ran with the same luck, run by run.

    The four counts say in how many pairs both arms succeeded, only the first, only the second, neither. The
    value is (only_first - only_second) / n in [-1, 1]. The bounds are the differences at which Tango's score
    is plus or minus z; without any pair in which the arms differ they are +- z^2 / (n + z^2), never [0, 0].
    Raises ValueError for a negative count or no pairs.
    Source: Tango 1998, Statistics in Medicine 17:891-908.
    """
    from scipy.special import ndtri

    _check_confidence(confidence)
    if min(both, only_first, only_second, neither) < 0:
        raise ValueError(
            f"counts of pairs cannot be negative: {both} both, {only_first} only first, "
            f"{only_second} only second, {neither} neither"
        )
    n = both + only_first + only_second + neither
    if n < 1:
        raise ValueError("a paired difference needs at least one pair of runs")
    z = float(ndtri((1.0 + confidence) / 2.0))
    high = _upper_bound(only_first, only_second, n, z)
    low = -_upper_bound(only_second, only_first, n, z)  # the same question with the arms swapped
    return Interval((only_first - only_second) / n, low, high)


def mean(total: float, total_of_squares: float, n: int, confidence: float = 0.95) -> Interval:
    """Mean of n observations from their sum and the sum of their squares, with Student's t interval.

    The bounds are None for a single observation, which says nothing about scatter. Where rounding would make
    the variance negative it counts as 0. Raises ValueError where there are no observations.
    Source: Student 1908, Biometrika 6:1-25.
    """
    from scipy.special import stdtrit

    _check_confidence(confidence)
    if n < 1:
        raise ValueError(f"a mean needs at least one observation, not {n}")
    value = total / n
    if n == 1:
        return Interval(value, None, None)
    variance = max(0.0, (total_of_squares - total * value) / (n - 1))
    half_width = float(stdtrit(n - 1, (1.0 + confidence) / 2.0)) * math.sqrt(variance / n)
    return Interval(value, value - half_width, value + half_width)


def _check_share(successes: int, n: int, confidence: float) -> None:
    _check_confidence(confidence)
    if n < 1:
        raise ValueError(f"a rate needs at least one run, not {n}")
    if not 0 <= successes <= n:
        raise ValueError(f"successes must lie between 0 and the {n} runs, not {successes}")


def _check_confidence(confidence: float) -> None:
    if not 0.0 < confidence < 1.0:
        raise ValueError(f"confidence must lie strictly between 0 and 1, not {confidence}")


def _upper_bound(gains: int, losses: int, n: int, z: float) -> float:
    """The difference above the observed one at which Tango's score has fallen to -z."""
    from scipy.optimize import brentq

    observed = (gains - losses) / n
    if gains == n:
        return 1.0
    floor = -z / math.hypot(1.0, z)
    return float(brentq(lambda d: _bounded_score(gains, losses, n, d) - floor, observed, 1.0, xtol=1e-14))


def _bounded_score(gains: int, losses: int, n: int, difference: float) -> float:
    """Tango's score T at a supposed difference, as T / sqrt(1 + T^2): finite at the ends, where T is not.

    T = (gains - losses - n d) / sqrt(n (2 q + d (1 - d))), where q is the most likely share of losses
    given d: the root of 2n q^2 + B q - losses d (1 - d) = 0 with B = (2n - gains + losses) d - gains -
    losses.
    """
    distance = gains - losses - n * difference
    spread = difference * (1.0 - difference)
    b = (2 * n - gains + losses) * difference - gains - losses
    root = math.sqrt(max(0.0, b * b + 8.0 * n * losses * spread))
    # Two forms of one root: each is used where it does not subtract two nearly equal numbers.
    q = 2.0 * losses * spread / (root + b) if b > 0.0 else (root - b) / (4.0 * n)
    deviation = math.sqrt(max(0.0, n * (2.0 * q + spread)))
    return distance / math.hypot(distance, deviation) if distance != 0.0 else 0.0
