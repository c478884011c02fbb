"""Approximate Bayesian computation by rejection: draws whose disputes fall into all bands are kept, others are not."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from negotiation_sim.calibration.bands import BANDS, Band, Played, Settings, shares_at
from negotiation_sim.calibration.parameters import PARAMETERS, Parameter, drawn, settings_at
from negotiation_sim.concepts import Floats
from negotiation_sim.validation.human_anchors import Flags

SEED = 1
SHIPPED_RUNS = 2000
"""Runs of the scenario as shipped, which is played once and not at every draw."""
PLAYED_ANYWAY = 512
"""So many draws are played in full wherever they lead: they show what the model does before the data have spoken."""
FIRST_LOOK = 0.2
"""Share of the runs after which a draw that is hopeless is put aside."""
HOPELESS = 5.0
"""So many standard errors from a band."""


@dataclass(frozen=True)
class Draws:
    """Points drawn beforehand and what the model shows there.

    `shares[point, parameter]`: where the point lies in each range, from 0 to 1. `shown[point, band]`: what was played
    there, not a number where the draw had been put aside before. `again[point, band]`: the same of kept draws with
    other luck, since they were kept with the help of the first. `shipped[band]`: the same of the scenario as shipped.
    `runs`: negotiations at a point, so many without and so many with a mediator.
    """

    parameters: tuple[Parameter, ...]
    shares: Floats
    shown: Floats
    again: Floats
    shipped: Floats
    runs: int

    @property
    def kept(self) -> Flags:
        """Draws that fall into every fitted band."""
        return within(BANDS, self.shown)

    @property
    def anyway(self) -> Floats:
        """What the first draws show, all of them played in full."""
        return self.shown[:PLAYED_ANYWAY]


def within(bands: Sequence[Band], shown: Floats) -> Flags:
    """Which rows of shares lie in all bands that are fitted."""
    kept: Flags = np.ones(len(shown), dtype=np.bool_)
    for band, column in zip(bands, shown.T, strict=True):
        if band.fitted:
            kept &= band.holds(column)
    return kept


def is_hopeless(settings: Settings, runs: int) -> bool:
    """Whether a few runs without a mediator already show a share far outside a fitted band."""
    played = Played(settings, runs)
    for band in BANDS:
        if band.fitted and not band.needs_mediator:
            share = band.counted(played)
            nearest = min(max(share, band.low), band.high)
            if abs(share - nearest) > HOPELESS * math.sqrt(nearest * (1.0 - nearest) / runs):
                return True
    return False


def shown_at(settings: Settings, runs: int) -> Floats:
    """What a draw shows; not a number where it has missed a band before the mediator was needed.

    Such a draw is not kept whatever else it shows, so the rest of it is not played.
    """
    nothing = np.full(len(BANDS), np.nan)
    if is_hopeless(settings, max(1, round(FIRST_LOOK * runs))):
        return nothing
    played = Played(settings, runs)
    for band in BANDS:
        if band.fitted and not band.needs_mediator and not band.low <= band.counted(played) <= band.high:
            return nothing
    return np.array([band.counted(played) for band in BANDS])


Tell = Callable[[int, int, float], None]
"""Told after every point: points done, points planned, seconds so far."""


def play(points: int, runs: int, tell: Tell = lambda done, wanted, seconds: None) -> Draws:
    """Draw points and play them: the same luck at all of them, so that what differs is the numbers alone."""
    shares = drawn(PARAMETERS, points, SEED)
    begun = time.perf_counter()
    shown = np.empty((points, len(BANDS)))
    again = np.full((points, len(BANDS)), np.nan)
    for point in range(points):
        settings = settings_at(PARAMETERS, shares[point])
        shown[point] = shares_at(settings, runs) if point < PLAYED_ANYWAY else shown_at(settings, runs)
        if within(BANDS, shown[point : point + 1])[0]:
            again[point] = shares_at(settings, runs, first_run=runs)
        tell(point + 1, points, time.perf_counter() - begun)
    return Draws(PARAMETERS, shares, shown, again, shares_at({}, SHIPPED_RUNS), runs)
