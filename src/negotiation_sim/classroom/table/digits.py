"""Numbers short enough for a wire."""

from __future__ import annotations

from negotiation_sim.concepts import Floats

_DIGITS = 4


def short(number: float) -> float:
    """A number with as many digits as a page needs."""
    return round(float(number), _DIGITS)


def shortened(numbers: Floats) -> list[float]:
    """The same of several numbers."""
    return [short(number) for number in numbers]
