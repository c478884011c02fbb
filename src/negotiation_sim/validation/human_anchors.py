"""What was observed of people in disputes, as bands, and how runs of a dispute are counted to stand beside it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.analysis.intervals import Interval, rate
from negotiation_sim.concepts import AGREEMENT, AWARD, PARTIAL, Floats
from negotiation_sim.engine.outcome import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from negotiation_sim.scenario import Scenario

Flags = NDArray[np.bool_]
"""One yes or no a run."""

SEED = 1
_ENDING, _STAGE, _REFUSALS, _STOPPAGE_DAYS = (
    COLUMNS.index(name) for name in ("ending", "stage", "refusals", "stoppage_days")
)


class Observed(NamedTuple):
    """So many of so many cases, as a source counts them."""

    cases: int
    of: int

    @property
    def interval(self) -> Interval:
        """The share with its Wilson interval of 95 %: what so few cases can say."""
        return rate(self.cases, self.of)

    @property
    def band(self) -> tuple[float, float]:
        """The ends of that interval."""
        _, low, high = self.interval
        assert low is not None
        assert high is not None
        return low, high


SETTLED_2024 = Observed(48, 66)
STOPPED_2024 = Observed(18, 66)
"""Kazakhstan, 2024 to 4 December: the other 48 of the same 66 conflicts were settled in talks."""
STOPPED_MANGYSTAU = Observed(20, 53)
"""Mangystau region, 1 January to 14 March 2022."""

SETTLED_IN_CONCILIATION = Observed(140, 241)
PROGRESS_IN_CONCILIATION = Observed(181, 241)
"""Acas, Great Britain, 2022-23: 58 % and about 75 % of 241 customers surveyed; the counts are worked out from these."""
RESOLVED_2023, RESOLVED_2024 = Observed(565, 621), Observed(581, 618)
"""Disputes that Acas itself counts as resolved, 2022-23 and 2023-24: 91 % and 94 %; the counts are worked out."""


RESOLVED = RESOLVED_2023.band[0], RESOLVED_2024.band[1]
"""From the lower end of the lower year to the upper end of the higher one."""


class Course(NamedTuple):
    """The runs of a dispute, and the numbers (from 1) of the first stage with a mediator and of the first strike."""

    rows: Floats
    mediated_stage: int
    strike_stage: int

    @property
    def agreed(self) -> Flags:
        """Runs that ended in a full agreement, at any stage."""
        those: Flags = self.rows[:, _ENDING] == AGREEMENT
        return those

    @property
    def stopped(self) -> Flags:
        """Runs in which work was stopped, for however short."""
        those: Flags = self.rows[:, _STOPPAGE_DAYS] > 0.0
        return those

    @property
    def struck(self) -> Flags:
        """Runs with more than a warning strike: work was stopped and talks came to the stage of the strike."""
        those: Flags = self.stopped & (self.rows[:, _STAGE] >= self.strike_stage)
        return those

    @property
    def settled_by_talks(self) -> Flags:
        """Runs that ended in a full agreement before any work stopped."""
        those: Flags = self.agreed & ~self.stopped
        return those

    @property
    def mediated(self) -> Flags:
        """Runs that the mediator met: no end before, and nobody had stayed away from a stage."""
        those: Flags = (self.rows[:, _STAGE] >= self.mediated_stage) & (self.rows[:, _REFUSALS] == 0.0)
        return those

    @property
    def settled_there(self) -> Flags:
        """Full agreement in the first stage with a mediator."""
        those: Flags = self.agreed & (self.rows[:, _STAGE] == self.mediated_stage)
        return those

    @property
    def progressed(self) -> Flags:
        """Full agreement there or later, or what was agreed in part signed, without a strike."""
        those: Flags = (self.agreed | (self.rows[:, _ENDING] == PARTIAL)) & ~self.struck
        return those

    @property
    def resolved(self) -> Flags:
        """The same, or an award that the sides carried out, without a strike."""
        those: Flags = self.progressed | ((self.rows[:, _ENDING] == AWARD) & ~self.struck)
        return those


def share(those: Flags, among: Flags | None = None, confidence: float = 0.95) -> Interval:
    """The share of `those` runs `among` some, or among all."""
    count = int(those.sum()) if among is None else int((those & among).sum())
    return rate(count, len(those) if among is None else int(among.sum()), confidence)


@cache
def shipped(name: str) -> Scenario:
    """A shipped scenario, read once."""
    from negotiation_sim.scenario import load_scenario

    return load_scenario(name)


def course(name: str, settings: Mapping[str, object], runs: int, first_run: int = 0) -> Course:
    """Play a shipped dispute with these settings; the luck of a run is the same under all settings."""
    from negotiation_sim.engine.executor import Player
    from negotiation_sim.scenario.arrays import setting_of
    from negotiation_sim.scenario.loading import scenario_with

    scenario = scenario_with(shipped(name), settings)
    assert scenario.ladder is not None
    stages = list(scenario.ladder.stages.values())
    with_mediator = next(number for number, stage in enumerate(stages, 1) if stage.mediator)
    strike = next(number for number, stage in enumerate(stages, 1) if stage.stoppage in ("strike", "lockout"))
    return Course(Player(setting_of(scenario)).rows(SEED, range(first_run, first_run + runs)), with_mediator, strike)
