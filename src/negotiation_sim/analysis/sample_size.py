"""How many runs it takes until an interval is narrow enough: asked of the very intervals that will be reported."""

from __future__ import annotations

from collections.abc import Callable

from negotiation_sim.analysis.intervals import Interval, paired_difference, rate

MOST = 10**10
"""Nobody plays more; a wish that needs more is refused."""


def runs_for_rate(half_width: float, guess: float = 0.5, confidence: float = 0.95) -> int:
    """Runs after which Wilson's interval of a rate is `half_width` to either side, if the rate is `guess`.

    The default guess needs the most runs. Raises ValueError where a share is out of range or no number of runs does.
    """
    _check_half_width(half_width)
    if not 0.0 <= guess <= 1.0:
        raise ValueError(f"a rate lies between 0 and 1, not {guess}")
    return _fewest(half_width, lambda n: rate(round(guess * n), n, confidence))


def runs_for_paired_difference(
    half_width: float, differing: float, difference: float = 0.0, confidence: float = 0.95
) -> int:
    """Pairs of runs after which Tango's interval is `half_width` to either side.

    `differing`: guess of the share of pairs in which the arms end differently; a few hundred pairs show it.
    `difference`: guess of the difference itself; 0 needs the most pairs. Raises ValueError where a share is out of
    range, the difference is larger than `differing` allows, or no number of pairs does.
    """
    _check_half_width(half_width)
    if not abs(difference) <= differing <= 1.0:
        raise ValueError(
            f"the share of pairs that differ lies between the difference ({abs(difference)}) and 1, not {differing}"
        )

    def interval(n: int) -> Interval:
        gains, losses = round(n * (differing + difference) / 2.0), round(n * (differing - difference) / 2.0)
        return paired_difference(max(0, n - gains - losses), gains, losses, 0, confidence)

    return _fewest(half_width, interval)


def _check_half_width(half_width: float) -> None:
    if not 0.0 < half_width <= 0.5:
        raise ValueError(f"the half-width must lie above 0 and be at most 0.5, not {half_width}")


def _fewest(half_width: float, interval: Callable[[int], Interval]) -> int:
    def is_narrow(n: int) -> bool:
        _, low, high = interval(n)
        return low is not None and high is not None and (high - low) / 2.0 <= half_width

    enough = 1
    while not is_narrow(enough):
        enough *= 2
        if enough > MOST:
            raise ValueError(f"a half-width of {half_width} takes more than {MOST:,} runs")
    too_few = enough // 2
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        too_few, enough = (too_few, middle) if is_narrow(middle) else (middle, enough)
    return enough
