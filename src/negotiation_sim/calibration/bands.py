"""What the model is held against: shares that were observed, and the same shares of its own disputes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from negotiation_sim.concepts import Floats
from negotiation_sim.validation.human_anchors import (
    PROGRESS_IN_CONCILIATION,
    RESOLVED,
    SETTLED_2024,
    SETTLED_IN_CONCILIATION,
    STOPPED_2024,
    STOPPED_MANGYSTAU,
    Course,
    Flags,
    course,
)

_ = str  # marks texts for the message catalogues; they are translated where they are shown

SCENARIO = "enterprise_wage_dispute"


Settings = Mapping[str, object]


class Played:
    """A dispute without and with a mediator, under the same luck; each is played when it is first asked for."""

    def __init__(self, settings: Settings, runs: int, first_run: int = 0) -> None:
        """Nothing is played yet."""
        self._settings = settings
        self._runs = runs
        self._first_run = first_run

    @cached_property
    def alone(self) -> Course:
        """Without a mediator."""
        return course(SCENARIO, {**self._settings, "mediator.style": "absent"}, self._runs, self._first_run)

    @cached_property
    def helped(self) -> Course:
        """With one."""
        return course(SCENARIO, {**self._settings, "mediator.style": "full"}, self._runs, self._first_run)


def _share(those: Flags, among: Flags) -> float:
    count = int(among.sum())
    return float((those & among).sum()) / count if count else float("nan")


@dataclass(frozen=True)
class Band:
    """A share that was observed between `low` and `high`, and how it is counted in what was played.

    Draws are kept or not by the bands that are `fitted`; the others are left out of that, to see what the kept draws
    say there. `needs_mediator`: it cannot be counted from the disputes without one.
    """

    name: str
    title: str
    low: float
    high: float
    counted: Callable[[Played], float]
    fitted: bool
    needs_mediator: bool

    def holds(self, shares: Floats) -> Flags:
        """Which shares lie in the band; one that could not be counted does not."""
        inside: Flags = (shares >= self.low) & (shares <= self.high)
        return inside


BANDS = (
    Band(
        "settled_by_talks",
        _("settled by talks, Kazakhstan 2024 (48 of 66)"),
        *SETTLED_2024.band,
        lambda played: float(played.alone.settled_by_talks.mean()),
        fitted=True,
        needs_mediator=False,
    ),
    Band(
        "work_stopped",
        _("work stopped, Kazakhstan 2024 (18 of 66)"),
        *STOPPED_2024.band,
        lambda played: float(played.alone.stopped.mean()),
        fitted=True,
        needs_mediator=False,
    ),
    Band(
        "settled_in_full",
        _("settled in full with the mediator, Acas (58% of 241)"),
        *SETTLED_IN_CONCILIATION.band,
        lambda played: _share(played.helped.settled_there, played.helped.mediated),
        fitted=True,
        needs_mediator=True,
    ),
    Band(
        "settled_or_progressed",
        _("settled or progressed, Acas (75% of 241)"),
        *PROGRESS_IN_CONCILIATION.band,
        lambda played: _share(played.helped.progressed, played.helped.mediated),
        fitted=True,
        needs_mediator=True,
    ),
    Band(
        "work_stopped_mangystau",
        _("work stopped, Mangystau 2022 (20 of 53)"),
        *STOPPED_MANGYSTAU.band,
        lambda played: float(played.alone.stopped.mean()),
        fitted=False,
        needs_mediator=False,
    ),
    Band(
        "struck",
        _("more than a warning strike, Kazakhstan 2024 (18 of 66)"),
        *STOPPED_2024.band,
        lambda played: float(played.alone.struck.mean()),
        fitted=False,
        needs_mediator=False,
    ),
    Band(
        "resolved",
        _("resolved as the agency counts, Acas (91% to 94%)"),
        *RESOLVED,
        lambda played: _share(played.helped.resolved, played.helped.mediated),
        fitted=False,
        needs_mediator=True,
    ),
    Band(
        "settled_of_impasses",
        _("impasse without a mediator: settled with one (58% of 241)"),
        *SETTLED_IN_CONCILIATION.band,
        lambda played: _share(played.helped.agreed, ~played.alone.agreed),
        fitted=False,
        needs_mediator=True,
    ),
)


def shares_at(settings: Settings, runs: int, first_run: int = 0) -> Floats:
    """What the dispute with these settings shows, one number for each of `BANDS`."""
    played = Played(settings, runs, first_run)
    return np.array([band.counted(played) for band in BANDS])
