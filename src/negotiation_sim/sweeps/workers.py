"""Who plays: threads of this process, processes beside it, or a Dask cluster.

Compiled rules run outside Python's lock, so threads share all processors, start at once and share memory. A rule that
runs as plain Python holds the lock: then processes are quicker, and one that dies takes only its own work along.
"""

from __future__ import annotations

import gettext
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Protocol

from negotiation_sim.messages import DOMAIN, FOLDER
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.mistakes import SweepError
from negotiation_sim.sweeps.playing import Receipt, play_chunk
from negotiation_sim.sweeps.units import Unit

CONNECT_SECONDS = 20.0
"""A Dask scheduler must answer within this time."""


_ = str  # marks words for the message catalogues; they are translated where they are shown


class Workers(Protocol):
    """Somebody who plays chunks."""

    count: int
    kind: str

    def submit(self, units: Sequence[Unit]) -> Future[Receipt]:
        """Hand a chunk over."""

    def renew(self) -> None:
        """Take new workers on after one has died."""


class Threads:
    """Threads of this process."""

    kind = _("threads")

    def __init__(self, experiment: Experiment, folder: Path, count: int, seconds: float) -> None:
        self.count = count
        self._stop = threading.Event()
        self._pool = ThreadPoolExecutor(count)
        self._play: Callable[[Sequence[Unit]], Receipt] = lambda units: play_chunk(
            experiment, folder, units, seconds, self._stop.is_set
        )

    def submit(self, units: Sequence[Unit]) -> Future[Receipt]:
        """Hand a chunk over."""
        return self._pool.submit(self._play, units)

    def renew(self) -> None:
        """A thread does not die alone."""

    def close(self) -> None:
        """Let the unit at hand end; what was played is written."""
        self._stop.set()
        self._pool.shutdown(cancel_futures=True)


class Processes:
    """Processes beside this one, each with its own memory; they end when this process ends, however it ends."""

    kind = _("processes")

    def __init__(self, experiment: Experiment, folder: Path, count: int, seconds: float) -> None:
        self.count = count
        self._context = multiprocessing.get_context("spawn")
        self._stop = self._context.Event()
        self._work = (experiment, folder, seconds, self._stop)
        self._pool = self._new_pool()

    def _new_pool(self) -> Executor:
        return ProcessPoolExecutor(self.count, self._context, _begin_work, self._work)

    def submit(self, units: Sequence[Unit]) -> Future[Receipt]:
        """Hand a chunk over."""
        with deaf_to_ctrl_c():
            return self._pool.submit(_play_in_process, units)

    def renew(self) -> None:
        """Take new workers on after one has died."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._new_pool()

    def close(self) -> None:
        """Let the unit at hand end; what was played is written."""
        self._stop.set()
        self._pool.shutdown(cancel_futures=True)


_work: tuple[Experiment, Path, float, Event] | None = None


def _begin_work(experiment: Experiment, folder: Path, seconds: float, stop: Event) -> None:
    """In a new process: keep what all chunks share."""
    global _work
    _work = experiment, folder, seconds, stop
    follow_the_parent()


@contextmanager
def deaf_to_ctrl_c() -> Iterator[None]:
    """Processes started meanwhile never hear Ctrl-C, not even while they load; this one hears it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def follow_the_parent() -> None:
    """In a new process: speak its language, leave Ctrl-C to the parent, and end when the parent ends."""
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)  # the language stands in the environment, which is inherited
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def end_with_the_parent() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=end_with_the_parent, daemon=True).start()


def _play_in_process(units: Sequence[Unit]) -> Receipt:
    assert _work is not None
    experiment, folder, seconds, stop = _work
    return play_chunk(experiment, folder, units, seconds, stop.is_set)


class Cluster:
    """Workers of a Dask scheduler. They write into the results folder, so they must see it under the same path."""

    kind = "Dask"

    def __init__(self, experiment: Experiment, folder: Path, address: str, seconds: float) -> None:
        from negotiation_sim.analysis.missing_library import needed

        distributed = needed("distributed", "Dask", "cluster")
        try:
            self._client = distributed.Client(address, timeout=CONNECT_SECONDS)
        except (OSError, ValueError) as error:
            told = gettext.gettext("no Dask scheduler answers at {address}: {reason}")
            raise SweepError(told.format(address=address, reason=error)) from None
        self._executor = self._client.get_executor(pure=False)
        self.count = max(1, sum(self._client.nthreads().values()))
        self._experiment = self._client.scatter(experiment, broadcast=True)
        self._folder, self._seconds = folder.resolve(), seconds

    def submit(self, units: Sequence[Unit]) -> Future[Receipt]:
        """Hand a chunk over."""
        future: Future[Receipt] = self._executor.submit(
            play_on_cluster, self._experiment, self._folder, units, self._seconds
        )
        return future

    def renew(self) -> None:
        """Dask takes new workers on by itself."""

    def close(self) -> None:
        """Leave the scheduler; what is being played is given up."""
        self._executor.shutdown(wait=False)
        self._client.close()


def play_on_cluster(experiment: Experiment, folder: Path, units: Sequence[Unit], seconds: float) -> Receipt:
    """Play a chunk on a machine that must see the results folder. Raises FileNotFoundError where it does not."""
    if not (folder / "manifest.json").exists():
        raise FileNotFoundError(2, "a worker does not see the results folder", str(folder))
    return play_chunk(experiment, folder, units, seconds)
