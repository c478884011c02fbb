"""What a worker does: it plays units for some seconds, writes them to a part file, and says what it did."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from negotiation_sim.analysis.tally import Tally
from negotiation_sim.concepts import AGREEMENT, Floats
from negotiation_sim.engine.executor import Player, RunError
from negotiation_sim.engine.outcome import row_width
from negotiation_sim.engine.plugins import PluginError
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.problems import ScenarioError
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.parts import Played, write_part
from negotiation_sim.sweeps.units import Unit

MOST_ROWS_IN_MEMORY = 50_000
"""After so many runs kept as rows a part is written, however quickly they were played."""

PlayUnit = Callable[[int, range], Floats]


@dataclass(frozen=True)
class Failure:
    """A unit that could not be played, under which arm, in which run (None: before any), and why."""

    unit: Unit
    arm: str
    run: int | None
    reason: str


@dataclass(frozen=True)
class Receipt:
    """What came of a chunk: units played, units that failed, units not begun; and how often an agreement came.

    `agreed` holds for each played unit the runs with a deal, packed to bits, arm by arm.
    """

    played: tuple[Unit, ...]
    agreed: tuple[tuple[bytes, ...], ...]
    failures: tuple[Failure, ...]
    left: tuple[Unit, ...]


def play_chunk(
    experiment: Experiment,
    folder: Path,
    units: Sequence[Unit],
    seconds: float,
    is_stopped: Callable[[], bool] = lambda: False,
) -> Receipt:
    """Play units in order until the time is up, and write those played as one part file.

    At least one unit is played. A unit that fails is left out and named; the others go on.
    """
    end = time.monotonic() + seconds
    played: list[Played] = []
    failures: list[Failure] = []
    rows = begun = 0
    with _Table(experiment) as table:
        for unit in units:
            done, failure = table.play(unit)
            begun += 1
            played += done
            failures += [failure] if failure else []
            rows += unit.runs * len(experiment.arms) if experiment.store != "summary" else 0
            if time.monotonic() >= end or rows >= MOST_ROWS_IN_MEMORY or is_stopped():
                break
    if played:
        write_part(folder, experiment, played)
    of_unit = dict.fromkeys(one.unit for one in played)
    agreed = tuple(tuple(one.agreed for one in played if one.unit == unit) for unit in of_unit)
    return Receipt(tuple(of_unit), agreed, tuple(failures), tuple(units[begun:]))


class _Table:
    """Players of all arms at one point, kept while units of the same point follow each other."""

    def __init__(self, experiment: Experiment) -> None:
        self.experiment = experiment
        self.point: int | None = None
        self.open = ExitStack()
        self.seats: dict[str, tuple[Player, PlayUnit]] = {}

    def __enter__(self) -> _Table:
        return self

    def __exit__(self, *error: object) -> None:
        self.open.close()

    def play(self, unit: Unit) -> tuple[list[Played], Failure | None]:
        """The unit under every arm; nothing of it where one arm fails."""
        played = []
        if unit.point != self.point:
            self.open.close()
            self.seats, self.point = {}, unit.point
        for arm in self.experiment.arms:
            try:
                played.append(self._play(unit, arm))
            except RunError as error:
                return [], Failure(unit, arm, error.run, str(error))
            except (PluginError, ScenarioError) as error:
                return [], Failure(unit, arm, None, str(error))
        return played, None

    def _play(self, unit: Unit, arm: str) -> Played:
        if arm not in self.seats:
            player = Player(setting_of(self.experiment.cell(unit.point, arm)), threads=1)
            self.seats[arm] = player, self.open.enter_context(player.seated())
        player, play = self.seats[arm]
        rows = play(self.experiment.seed, unit.numbers)
        tally = Tally(player.setting.roles, row_width(player.setting.case))
        tally.add(rows)
        return Played(
            unit=unit,
            arm=arm,
            agreed=np.packbits(rows[:, 0] == AGREEMENT).tobytes(),
            rows_sha256=hashlib.sha256(rows.tobytes()).hexdigest(),
            totals=tally.totals,
            rows=rows if self.experiment.store != "summary" else None,
        )


def runs_as_plain_python(experiment: Experiment) -> bool:
    """Whether numba is missing, or some arm, at the first point, has a rule that it cannot compile."""
    return not HAVE_NUMBA or any(
        Player(setting_of(experiment.cell(0, arm)), threads=1).called_back for arm in experiment.arms
    )


def unpacked(agreed: Sequence[bytes], runs: Sequence[int]) -> Iterator[np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    """The runs with a deal of each block as an array of truth values."""
    for bits, count in zip(agreed, runs, strict=True):
        yield np.unpackbits(np.frombuffer(bits, dtype=np.uint8), count=count).astype(np.bool_)
