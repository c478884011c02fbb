"""What a sweep will cost, told before it begins: negotiations, time and room on disk."""

from __future__ import annotations

import multiprocessing
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from dataclasses import dataclass
from typing import NamedTuple

from negotiation_sim.engine.executor import Player, RunError
from negotiation_sim.engine.outcome import row_width
from negotiation_sim.engine.plugins import PluginError
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.plan import first_count, most_runs
from negotiation_sim.sweeps.playing import runs_as_plain_python
from negotiation_sim.sweeps.workers import deaf_to_ctrl_c, follow_the_parent

_TRIED_POINTS = 3
_TRIED_RUNS = 40
_BYTES_A_NUMBER = 3.3
"""A number of a stored row, compressed; measured on the shipped cases."""
_BYTES_A_BLOCK = 2200


@dataclass(frozen=True)
class Cost:
    """Points, arms, negotiations at least and at most (different under `stop:`), seconds on one worker, bytes.

    The seconds are None where no negotiation that was tried came to an end.
    """

    points: int
    arms: int
    least: int
    most: int
    least_seconds: float | None
    most_seconds: float | None
    most_bytes: int


def cost_of(experiment: Experiment) -> Cost:
    """Play a few negotiations at the first, the middle and the last point, and reckon from their time."""
    points, arms = len(experiment.points), len(experiment.arms)
    cells = points * arms
    least, most = (cells * runs for runs in (first_count(experiment), most_runs(experiment)))
    speed = _tried_apart(experiment) if runs_as_plain_python(experiment) else _tried(experiment)
    width = row_width(setting_of(experiment.cell(0, next(iter(experiment.arms)))).case)
    blocks = cells * -(-most_runs(experiment) // 1000)
    rows = 0 if experiment.store == "summary" else most * width * _BYTES_A_NUMBER
    return Cost(
        points,
        arms,
        least,
        most,
        _seconds(speed, least, cells),
        _seconds(speed, most, cells),
        int(rows + blocks * _BYTES_A_BLOCK),
    )


class _Speed(NamedTuple):
    """Seconds that a negotiation takes, and that it takes to set a point up under an arm."""

    playing: float
    setting_up: float


def _seconds(speed: _Speed | None, runs: int, cells: int) -> float | None:
    return None if speed is None else runs * speed.playing + cells * speed.setting_up


def _tried_apart(experiment: Experiment) -> _Speed | None:
    """The same in a process beside this one, which a rule of the user's may take down; None if it does."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), follow_the_parent) as pool:
        with deaf_to_ctrl_c():
            tried = pool.submit(_tried, experiment)
        try:
            return tried.result()
        except BrokenExecutor:
            return None


def _tried(experiment: Experiment) -> _Speed | None:
    """Play at some points under every arm. What fails is left out here: the sweep will name it."""
    playing = setting_up = 0.0
    cells = 0
    last = len(experiment.points) - 1
    for point in sorted({round(last * k / (_TRIED_POINTS - 1)) for k in range(_TRIED_POINTS)}):
        for arm in experiment.arms:
            try:
                begun = time.perf_counter()
                player = Player(setting_of(experiment.cell(point, arm)), threads=1)
                prepared = time.perf_counter()
                playing += _seconds_of_playing(player, experiment.seed)
            except (RunError, PluginError):
                continue
            setting_up += prepared - begun
            cells += 1
    return _Speed(playing / (cells * _TRIED_RUNS), setting_up / cells) if cells else None


def _seconds_of_playing(player: Player, seed: int) -> float:
    with player.seated() as play:
        play(seed, range(1))  # what is compiled or loaded now is no part of the estimate
        begun = time.perf_counter()
        play(seed, range(_TRIED_RUNS))
        return time.perf_counter() - begun
