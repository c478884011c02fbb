"""What the kept draws say of each number: where it lies, how much narrower than before, what hangs together."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from negotiation_sim.calibration.bands import BANDS, Band
from negotiation_sim.calibration.parameters import OPTIMISM, WORTH, Parameter
from negotiation_sim.calibration.rejection import Draws
from negotiation_sim.concepts import Floats

MASS = 0.9
"""Of the central intervals."""
MUCH, LITTLE = 0.6, 0.85
"""A ratio of widths up to the first says that the data tell much of a number; up to the second, a little."""
TOLD = 0.3
"""Rank correlations from here on are told."""
FEWEST = 20
"""Kept draws from which anything is said of a number."""


class Marginal(NamedTuple):
    """A number after the data: values at the middle and the ends of the central 90 %, the width to that before.

    `below` is the share of kept draws below the value that the scenario ships with; `has_moved` whether the middle is
    off that of the range by more than two standard errors.
    """

    parameter: Parameter
    middle: float
    low: float
    high: float
    width: float
    below: float
    has_moved: bool

    @property
    def is_shipped_inside(self) -> bool:
        """Whether the shipped value lies in the central interval."""
        return self.low <= self.parameter.shipped <= self.high


def marginals(draws: Draws) -> list[Marginal]:
    """One for each number."""
    tail = (1.0 - MASS) / 2.0
    found = []
    two_errors = 1.0 / math.sqrt(int(draws.kept.sum()))  # of the middle of even draws from 0 to 1
    for parameter, column in zip(draws.parameters, draws.shares[draws.kept].T, strict=True):
        low, middle, high = np.quantile(column, [tail, 0.5, 1.0 - tail])
        below = float((column < parameter.place(parameter.shipped)).mean())
        value, has_moved = parameter.at, bool(abs(middle - 0.5) > two_errors)
        width = float(high - low) / MASS
        found.append(Marginal(parameter, value(middle), value(low), value(high), width, below, has_moved))
    return found


def width_error(draws: Draws) -> float:
    """Two standard errors of a width where the data say nothing."""
    return 2.0 * math.sqrt(MASS * (1.0 - MASS) / int(draws.kept.sum())) / MASS


def believed_worth(draws: Draws) -> tuple[tuple[float, float], tuple[float, float]]:
    """Central 90 % of the worth of no deal and the optimism together, among all draws and among the kept ones."""
    parts = [
        [parameter.at(share) for share in column.tolist()]
        for parameter, column in zip(draws.parameters, draws.shares.T, strict=True)
        if parameter.path in (OPTIMISM, WORTH)
    ]
    together = np.sum(parts, axis=0)
    return _central(together), _central(together[draws.kept])


def correlations(draws: Draws) -> Floats:
    """Rank correlations [parameter, parameter] among the kept draws; the draws themselves have next to none."""
    from scipy.stats import spearmanr

    return np.asarray(spearmanr(draws.shares[draws.kept]).statistic)


class Predicted(NamedTuple):
    """A band beside the model: central 90 % before (draws played anyway) and after (draws kept, with other luck).

    `inside`: share of the kept draws that lie in the band with other luck. `shipped`: what the scenario shows as it is.
    """

    band: Band
    before: tuple[float, float]
    after: tuple[float, float]
    inside: float
    shipped: float

    @property
    def is_met(self) -> bool:
        """Whether most of the kept draws are inside."""
        return self.inside >= 0.5

    @property
    def is_met_as_shipped(self) -> bool:
        """Whether the scenario as shipped is inside."""
        return bool(self.band.low <= self.shipped <= self.band.high)


def predicted(draws: Draws) -> list[Predicted]:
    """One for each band."""
    found = []
    columns = zip(BANDS, draws.anyway.T, draws.again[draws.kept].T, draws.shipped.tolist(), strict=True)
    for band, before, after, shipped in columns:
        found.append(Predicted(band, _central(before), _central(after), float(band.holds(after).mean()), shipped))
    return found


def _central(column: Floats) -> tuple[float, float]:
    tail = (1.0 - MASS) / 2.0
    low, high = np.nanquantile(column, [tail, 1.0 - tail])
    return float(low), float(high)
