"""What is still to be played: units that no part holds, and how many runs each point turns out to need.

How many runs a point gets under `stop:` depends on its own earlier runs alone, in their order, never on what else
happens to lie in the folder. So a sweep that was broken off comes to the same numbers as one that was not.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.analysis.tally import BLOCK
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.playing import unpacked
from negotiation_sim.sweeps.stopping import next_count
from negotiation_sim.sweeps.units import WHOLE, Shard, Unit, units_of

Bits = tuple[bytes, ...]  # of one block: the runs with a deal, arm by arm


class Plan:
    """The units of an experiment, or of a shard of it: done, to do, set aside."""

    def __init__(self, experiment: Experiment, known: Iterable[tuple[Unit, Bits]], shard: Shard = WHOLE) -> None:
        """Start from the units that parts hold."""
        self.experiment = experiment
        self.shard = shard
        self.runs = [first_count(experiment)] * len(experiment.points)
        self.pending: deque[Unit] = deque()
        self.set_aside: dict[Unit, str] = {}
        self._done: dict[Unit, Bits] = dict(known)
        self.negotiations = sum(unit.runs for unit in self._done) * len(experiment.arms)
        """Negotiations that parts hold, all arms together."""
        self._waiting = 0
        self._open = [0] * len(experiment.points)
        for point in range(len(experiment.points)):
            self._extend(point, 0)

    def _extend(self, point: int, first_block: int) -> None:
        """Plan the blocks of a point from one on; where all are there already, see whether it needs more."""
        while True:
            units = [
                unit
                for unit in units_of(point, self.runs[point], first_block)
                if self.shard.has(unit, whole_points=self.experiment.stop is not None)
            ]
            missing = [unit for unit in units if unit not in self._done]
            self.pending.extend(missing)
            self._waiting += _runs(missing)
            self._open[point] = len(missing)
            first_block = -(-self.runs[point] // BLOCK)
            if missing or not units or not self._needs_more(point):  # no units: the point belongs to other shards
                return

    def _needs_more(self, point: int) -> bool:
        stop = self.experiment.stop
        if stop is None:
            return False
        before = self.runs[point]
        self.runs[point] = next_count(self._agreed(point), stop)
        return self.runs[point] > before

    def _agreed(self, point: int) -> NDArray[np.bool_]:
        """Which runs of a point ended with a deal, [arms, runs]."""
        units = list(units_of(point, self.runs[point]))
        counts = [unit.runs for unit in units]
        arms = range(len(self.experiment.arms))
        return np.array([np.concatenate(list(unpacked([self._done[u][a] for u in units], counts))) for a in arms])

    def take(self, units: int) -> list[Unit]:
        """The next units to be played, this many at most."""
        taken = [self.pending.popleft() for _ in range(min(units, len(self.pending)))]
        self._waiting -= _runs(taken)
        return taken

    def give_back(self, units: Sequence[Unit]) -> None:
        """Units that were taken and not begun."""
        self.pending.extendleft(reversed(units))
        self._waiting += _runs(units)

    def complete(self, unit: Unit, agreed: Bits) -> None:
        """A unit was played and lies in a part."""
        if unit in self._done:
            return
        self._done[unit] = agreed
        self.negotiations += unit.runs * len(self.experiment.arms)
        self._open[unit.point] -= 1
        first_block = -(-self.runs[unit.point] // BLOCK)
        if self._open[unit.point] == 0 and self._needs_more(unit.point):
            self._extend(unit.point, first_block)

    def leave_out(self, unit: Unit, reason: str) -> None:
        """A unit cannot be played; its point will be left out of the tables."""
        self.set_aside[unit] = reason

    @property
    def wanted(self) -> int:
        """Negotiations that the plan holds so far, all arms together; under `stop:` more may come."""
        return self.negotiations + self._waiting * len(self.experiment.arms)

    def complete_runs(self) -> list[int]:
        """How many runs each point has, where all it needs were played; else 0."""
        missing = {unit.point for unit in self.set_aside} | {unit.point for unit in self.pending}
        return [
            0 if point in missing or not all(unit in self._done for unit in units_of(point, runs)) else runs
            for point, runs in enumerate(self.runs)
        ]


def _runs(units: Iterable[Unit]) -> int:
    return sum(unit.runs for unit in units)


def first_count(experiment: Experiment) -> int:
    """How many runs every point has at least."""
    return experiment.stop.at_least if experiment.stop else experiment.runs


def most_runs(experiment: Experiment) -> int:
    """How many runs a point has at most."""
    return experiment.stop.at_most if experiment.stop else experiment.runs
