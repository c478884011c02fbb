"""What a sweep costs over the bare kernel, what a second worker brings, threads against processes, and mesa.batch_run.

    python benchmarks/sweep_cost.py [--runs 1000000] [--repeats 3]

All in one run, the ways taken in turn; each figure is the median of the repeats. The cost over the bare kernel is told
in processor time, which other programs on the machine disturb less; what a second worker brings, in time on the clock.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.loading import load_experiment
from negotiation_sim.sweeps.units import units_of

FILE = """\
name: Cost of a sweep
description: The national table, twenty points, two arms.
extends: kazakhstan_general_agreement
design:
  kind: grid
  factors:
    communication.quality: {from: 0.1, to: 1.0, points: 10}
    parties.*.strategy: [position_based, interest_based]
arms:
  alone: {mediator.style: absent}
  with mediator: {mediator.style: facilitative}
runs: RUNS
"""
SWEEP = """
import json, resource, sys, time
from pathlib import Path
from negotiation_sim.sweeps.loading import load_experiment
from negotiation_sim.sweeps.runner import Crew, play
file, out, count, kind = sys.argv[1:]
experiment = load_experiment(file)
begun, used = time.perf_counter(), time.process_time()
play(experiment, Path(out), Crew(int(count), kind))
took, used = time.perf_counter() - begun, time.process_time() - used
own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
peak = own.ru_maxrss + (int(count) * children.ru_maxrss if kind == "processes" else 0)
print(json.dumps([took, used, peak / 1024]))
"""
MESA_RUNS = 40


def bare(experiment: Experiment) -> float:
    """Seconds of processor time of the compiled kernel alone for all runs of an experiment, on one thread."""
    took = 0.0
    for point in range(len(experiment.points)):
        for arm in experiment.arms:
            player = Player(setting_of(experiment.cell(point, arm)), threads=1)
            with player.seated() as play:
                play(experiment.seed, range(1))
                begun = time.process_time()
                for unit in units_of(point, experiment.runs):
                    play(experiment.seed, unit.numbers)
                took += time.process_time() - begun
    return took


def swept(file: Path, folder: Path, count: int, kind: str) -> tuple[float, float, float]:
    """Seconds on the clock, seconds of processor time without child processes, peak MiB with them."""
    call = [sys.executable, "-c", SWEEP, str(file), str(folder), str(count), kind]
    took, used, peak = json.loads(subprocess.run(call, capture_output=True, text=True, check=True).stdout)
    return took, used, peak


def mesa_rate(experiment: Experiment) -> float:
    """Negotiations a second of `mesa.batch_run`, the same model and scenario at the first point and arm."""
    import mesa

    setting = setting_of(experiment.cell(0, next(iter(experiment.arms))))

    class Batched(BargainingModel):
        def __init__(self, run: int, **rest: object) -> None:
            super().__init__(setting, 1, run)

    begun = time.process_time()
    mesa.batch_run(Batched, {"run": list(range(MESA_RUNS))}, number_processes=1, max_steps=500, display_progress=False)
    return MESA_RUNS / (time.process_time() - begun)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=1_000_000, help="negotiations in all")
    parser.add_argument("--repeats", type=int, default=3)
    asked = parser.parse_args()
    ways = {"1 thread": (1, "threads"), "2 threads": (2, "threads"), "2 processes": (2, "processes")}
    kernel: list[float] = []
    used: list[float] = []
    times: dict[str, list[float]] = {way: [] for way in ways}
    peaks: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "cost.yaml"
        file.write_text(FILE.replace("RUNS", str(asked.runs // 40)), encoding="utf-8")
        experiment = load_experiment(file)
        for repeat in range(asked.repeats):
            kernel.append(bare(experiment))
            for way, (count, kind) in ways.items():
                took, processor, peaks[way] = swept(file, Path(scratch) / f"{way}{repeat}", count, kind)
                times[way].append(took)
                used += [processor] if way == "1 thread" else []
        rate = mesa_rate(experiment)
    negotiations = len(experiment.points) * len(experiment.arms) * experiment.runs
    print(f"{negotiations:,} negotiations, median of {asked.repeats}")
    for way, took in times.items():
        middle = statistics.median(took)
        spread = f"{min(took):.1f} to {max(took):.1f}"
        print(f"{way:14} {middle:7.1f} s ({spread}) {negotiations / middle:8,.0f} a second {peaks[way]:6.0f} MiB")
    middles = {way: statistics.median(took) for way, took in times.items()}
    cost = statistics.median(own / bare for own, bare in zip(used, kernel, strict=True))
    print(f"a sweep's processor time over the bare kernel's: {cost:.3f}")
    print(f"two threads over one:   {middles['1 thread'] / middles['2 threads']:.2f}")
    print(f"two processes over one: {middles['1 thread'] / middles['2 processes']:.2f}")
    times_mesa = negotiations / statistics.median(used) / rate
    print(f"mesa.batch_run: {rate:,.0f} a second of processor time; a sweep is {times_mesa:,.0f} times as fast")


if __name__ == "__main__":
    main()
