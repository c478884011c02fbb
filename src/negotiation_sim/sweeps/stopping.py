"""When a point has been played often enough: its intervals are narrow, not its differences significant.

Stopping at a width keeps the coverage of the intervals (measured in docs/sweeps.md); stopping at significance would
not, and is not offered.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.analysis.intervals import Interval, paired_difference, rate
from negotiation_sim.analysis.pairing import pairs_of
from negotiation_sim.analysis.tally import BLOCK

if TYPE_CHECKING:
    from negotiation_sim.sweeps.experiment import Stop


def next_count(agreed: NDArray[np.bool_], stop: Stop) -> int:
    """How many runs a point should have, after these: the same number where they are enough.

    `agreed` [arms, runs so far]. The number is what these runs let expect, in whole blocks of 1,000, at least one
    more and at most `stop.at_most`; it depends on nothing but these runs.
    """
    runs: int = agreed.shape[1]
    width = max(half_width(interval) for interval in intervals(agreed, stop.of))
    if runs >= stop.at_most or width <= stop.half_width:
        return runs
    expected = runs * (width / stop.half_width) ** 2
    blocks = max(runs // BLOCK + 1, math.ceil(expected / BLOCK))
    return min(stop.at_most, blocks * BLOCK)


def intervals(agreed: NDArray[np.bool_], of: str) -> list[Interval]:
    """The intervals that have to become narrow: of every arm's rate, or of every pair's difference."""
    if of == "rates":
        return [rate(int(arm.sum()), len(arm)) for arm in agreed]
    return [paired_difference(*pairs_of(one, other)) for one, other in combinations(agreed, 2)]


def half_width(interval: Interval) -> float:
    """Half the width of an interval that has both ends."""
    assert interval.low is not None
    assert interval.high is not None
    return (interval.high - interval.low) / 2
