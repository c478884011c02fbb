"""Plays an experiment: plans, hands chunks to workers, goes on where it was broken off, and writes the tables."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from contextlib import closing, contextmanager
from dataclasses import dataclass
from gettext import gettext
from hashlib import sha256
from pathlib import Path
from typing import Any

from negotiation_sim.engine.executor import processors
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.folder import (
    COMPLETE,
    DESIGN,
    INCOMPLETE,
    UNFINISHED,
    begin_manifest,
    claimed,
    finishing,
    read_manifest,
    write_manifest,
)
from negotiation_sim.sweeps.parts import read_blocks, read_parts
from negotiation_sim.sweeps.plan import Bits, Plan
from negotiation_sim.sweeps.playing import Receipt, runs_as_plain_python
from negotiation_sim.sweeps.summary import DIFFERENCES, SUMMARY, write_tables
from negotiation_sim.sweeps.units import WHOLE, Shard, Unit
from negotiation_sim.sweeps.workers import Cluster, Processes, Threads, Workers

CHUNK_SECONDS = 8.0
"""A chunk ends after so long; what a kill takes along is no more than this for each worker."""
MOST_UNITS = 2000
DEATHS = 3
"""After so many deaths of workers that played it, a unit is set aside."""


@dataclass(frozen=True)
class Crew:
    """Who is to play: `kind` is threads, processes or None (what suits the rules); `scheduler` a Dask address."""

    count: int | None = None
    kind: str | None = None
    scheduler: str | None = None
    units_a_chunk: int | None = None  # None: what fits into `CHUNK_SECONDS`


ALL_PROCESSORS = Crew()


@dataclass(frozen=True)
class Progress:
    """How far a sweep is: negotiations that lie on disk, those found there at the start, those planned so far."""

    done: int
    found: int
    wanted: int
    seconds: float
    note: str = ""

    @property
    def seconds_left(self) -> float | None:
        """How long it will take at the speed so far; None before anything was played."""
        played = self.done - self.found
        return (self.wanted - self.done) * self.seconds / played if played > 0 and self.seconds > 0 else None


Teller = Callable[[Progress], None]


@dataclass(frozen=True)
class Outcome:
    """What came of a sweep: `status` as in the manifest, units set aside and why, time, negotiations played."""

    folder: Path
    status: str
    set_aside: dict[Unit, str]
    seconds: float
    played: int
    workers: int
    kind: str
    digest: str | None
    pictures: tuple[Path, ...] = ()


def play(
    experiment: Experiment,
    folder: Path,
    crew: Crew = ALL_PROCESSORS,
    shard: Shard = WHOLE,
    tell: Teller = lambda progress: None,
) -> Outcome:
    """Play what the folder does not hold yet, and write the tables when all is there.

    Raises SweepError where the folder is in use, or belongs to another experiment or version; OSError where the disk
    takes no more. What was played until then stays, and the same call goes on from it.
    """
    start = time.monotonic()
    with claimed(folder, experiment, shard):
        parts = _sound_parts(folder, experiment, tell)
        plan = Plan(experiment, known_units(folder, experiment, parts), shard)
        found = plan.negotiations

        def told(note: str = "") -> None:
            wanted = plan.wanted + in_flight.size
            tell(Progress(plan.negotiations, found, wanted, time.monotonic() - start, note))

        in_flight = _InFlight(len(experiment.arms))
        count, kind = 0, ""
        with finishing(folder):
            begin_manifest(folder, experiment)
        if plan.pending:
            with _hired(experiment, folder, crew) as workers:
                count, kind = workers.count, workers.kind
                told()
                _play_all(plan, workers, in_flight, crew.units_a_chunk, told)
        played = plan.negotiations - found
        with finishing(folder):
            whole = plan if shard == WHOLE else Plan(experiment, _found(folder, experiment))
            state = finish(experiment, folder, whole)
        seconds = time.monotonic() - start
        return Outcome(folder, state["status"], plan.set_aside, seconds, played, count, kind, state.get("digest"))


def _sound_parts(folder: Path, experiment: Experiment, tell: Teller) -> list[Path]:
    """The parts that can be gone on with; a damaged one is put aside under another name, and played again."""
    sound, damaged = read_parts(folder, experiment)
    for path in damaged:
        path.replace(path.with_suffix(".damaged"))
        note = gettext("{path} was damaged; it is kept as {name}, and what it held is played again")
        told = note.format(path=path, name=path.with_suffix(".damaged").name)
        tell(Progress(0, 0, 0, 0.0, told))
    return sound


def _found(folder: Path, experiment: Experiment) -> Iterator[tuple[Unit, Bits]]:
    parts, _ = read_parts(folder, experiment)
    return known_units(folder, experiment, parts)


def known_units(folder: Path, experiment: Experiment, parts: Sequence[Path]) -> Iterator[tuple[Unit, Bits]]:
    """The units that parts hold, with the runs that ended with a deal."""
    unit, bits = None, []
    for point, block, runs, agreed in read_blocks(folder, experiment, parts, "point, block, runs, agreed"):
        this = Unit(point, block, runs)
        if unit is not None and this != unit:
            yield unit, tuple(bits)
            bits = []
        unit = this
        bits.append(bytes(agreed))
    if unit is not None:
        yield unit, tuple(bits)


@contextmanager
def _hired(experiment: Experiment, folder: Path, crew: Crew) -> Iterator[Workers]:
    seconds = CHUNK_SECONDS if crew.units_a_chunk is None else float("inf")
    if crew.scheduler is not None:
        with closing(Cluster(experiment, folder, crew.scheduler, seconds)) as cluster:
            yield cluster
        return
    kind = crew.kind or ("processes" if runs_as_plain_python(experiment) else "threads")
    count = crew.count or processors()
    hired = (Threads if kind == "threads" else Processes)(experiment, folder, count, seconds)
    with closing(hired):
        yield hired


class _InFlight:
    """Chunks that are with workers."""

    def __init__(self, arms: int) -> None:
        self.chunks: dict[Future[Receipt], tuple[Unit, ...]] = {}
        self._arms = arms

    @property
    def size(self) -> int:
        """Negotiations in them."""
        return sum(unit.runs for units in self.chunks.values() for unit in units) * self._arms


def _play_all(
    plan: Plan, workers: Workers, in_flight: _InFlight, units_a_chunk: int | None, told: Callable[[], None]
) -> None:
    """Keep every worker at work until nothing is left; units during which a worker died are played apart, alone."""
    suspects: deque[Unit] = deque()
    deaths: dict[Unit, int] = {}
    chunks = in_flight.chunks
    while plan.pending or chunks or suspects:
        while plan.pending and len(chunks) < workers.count:
            fair = -(-len(plan.pending) // (2 * workers.count))
            units = tuple(plan.take(units_a_chunk or min(MOST_UNITS, fair)))
            chunks[workers.submit(units)] = units
        if not chunks:
            alone = (suspects.popleft(),)
            chunks[workers.submit(alone)] = alone
        done, _ = wait(chunks, return_when=FIRST_COMPLETED)
        for future in done:
            if future not in chunks:  # lost with the others when a worker died
                continue
            error = future.exception()
            if error is None:
                _take_in(plan, future.result())
                del chunks[future]
            elif _is_death(error):
                for unit in _lost(chunks, plan, future if isinstance(workers, Cluster) else None):
                    deaths[unit] = deaths.get(unit, 0) + 1
                    if deaths[unit] < DEATHS:
                        suspects.append(unit)
                    else:
                        plan.leave_out(unit, gettext("three workers died of it"))
                workers.renew()
            else:
                raise error
        told()


def _take_in(plan: Plan, receipt: Receipt) -> None:
    plan.give_back(receipt.left)
    for failure in receipt.failures:
        plan.leave_out(failure.unit, f"{failure.arm}: {failure.reason}")
    for unit, agreed in zip(receipt.played, receipt.agreed, strict=True):
        plan.complete(unit, agreed)


def _is_death(error: BaseException) -> bool:
    return isinstance(error, BrokenExecutor) or type(error).__name__ == "KilledWorker"


def _lost(chunks: dict[Future[Receipt], tuple[Unit, ...]], plan: Plan, only: Future[Receipt] | None) -> list[Unit]:
    """The units lost when a worker died: all in a broken pool, in Dask those of the one future."""
    lost: list[Unit] = []
    for future in [only] if only is not None else list(chunks):
        units = chunks.pop(future)
        if future.done() and not future.cancelled() and future.exception() is None:
            _take_in(plan, future.result())
        else:
            lost += units
    return lost


def finish(experiment: Experiment, folder: Path, plan: Plan) -> dict[str, Any]:
    """Write the tables if nothing is left to play, and say in the manifest how things stand; returns what it says."""
    state: dict[str, Any] = {"commands": read_manifest(folder)["commands"], "status": UNFINISHED}
    if not plan.pending:
        parts, _ = read_parts(folder, experiment)
        digest = write_tables(folder, experiment, parts, plan.complete_runs())
        state |= {
            "status": INCOMPLETE if plan.set_aside else COMPLETE,
            "set_aside": [{**unit._asdict(), "reason": reason} for unit, reason in plan.set_aside.items()],
            "digest": digest,
            "files": {
                name: sha256((folder / name).read_bytes()).hexdigest() for name in (DESIGN, SUMMARY, DIFFERENCES)
            },
        }
    write_manifest(folder, experiment, state)
    return state
