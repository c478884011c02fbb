"""Threads, processes and a Dask cluster. (That all of them give the same results is shown in test_runner.)"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

from negotiation_sim.sweeps import workers
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.mistakes import SweepError
from negotiation_sim.sweeps.runner import Crew, Progress, play
from negotiation_sim.sweeps.units import Unit
from negotiation_sim.sweeps.workers import Cluster, Processes, Threads, play_on_cluster

Loader = Callable[..., Experiment]
UNITS = [Unit(0, block, 1000) for block in range(3)]


def test_a_chunk_ends_when_its_time_is_up_but_not_before_one_unit(experiment: Loader, tmp_path: Path) -> None:
    threads = Threads(experiment(runs="3000"), tmp_path, 1, seconds=0.0)
    receipt = threads.submit(UNITS).result()
    assert (receipt.played, receipt.left) == ((UNITS[0],), tuple(UNITS[1:]))
    threads.close()


def test_to_close_is_to_let_the_unit_at_hand_end_and_to_drop_what_waits(experiment: Loader, tmp_path: Path) -> None:
    threads = Threads(experiment(runs="3000"), tmp_path, 1, seconds=float("inf"))
    at_hand, waiting = threads.submit(UNITS), threads.submit(UNITS)
    threads.close()
    assert waiting.cancelled() or waiting.result().left == tuple(UNITS[1:])
    if not at_hand.cancelled():  # it had begun
        receipt = at_hand.result()
        assert receipt.played + receipt.left == tuple(UNITS)
        assert len(receipt.played) >= 1


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_processes_are_started_deaf_to_ctrl_c_and_this_one_hears_it_again(
    experiment: Loader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a process is deaf to when it is started, it is deaf to from its first moment on."""

    def deaf_to() -> set[int]:
        return set(signal.pthread_sigmask(signal.SIG_BLOCK, ()))

    monkeypatch.setattr(workers.ProcessPoolExecutor, "submit", lambda *_: deaf_to())
    processes = Processes(experiment(), tmp_path, 1, seconds=1.0)
    assert signal.SIGINT in cast("set[int]", processes.submit(UNITS))
    assert signal.SIGINT not in deaf_to()
    processes.close()


@pytest.fixture(scope="module")
def scheduler() -> Iterator[tuple[str, Callable[[], None]]]:
    """The address of a small Dask cluster on this machine, and what kills one of its workers."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as cluster:

        def kill() -> None:
            os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

        yield cluster.scheduler_address, kill


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_dask_cluster_gives_the_same_though_a_worker_dies(
    experiment: Loader, tmp_path: Path, scheduler: tuple[str, Callable[[], None]]
) -> None:
    address, kill = scheduler
    told: list[Progress] = []

    def tell(progress: Progress) -> None:
        told.append(progress)
        if len(told) == 2:  # the first unit is played, others are being played
            kill()

    loaded = experiment(runs="5000")
    outcome = play(loaded, tmp_path / "out", Crew(scheduler=address, units_a_chunk=1), tell=tell)
    assert (outcome.status, outcome.played, outcome.kind) == ("complete", 5000, "Dask")
    assert len(told) > 2
    play(loaded, tmp_path / "fresh", Crew(2))
    manifests = [json.loads((tmp_path / name / "manifest.json").read_text("utf-8")) for name in ("out", "fresh")]
    assert manifests[0]["digest"] == manifests[1]["digest"]


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://here", "127.0.0.1", ""])
def test_a_scheduler_that_is_not_there_is_named(
    experiment: Loader, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(workers, "CONNECT_SECONDS", 0.5)
    with pytest.raises(SweepError, match=f"no Dask scheduler answers at {address}: "):
        Cluster(experiment(), tmp_path, address, 1.0)


def test_a_worker_that_does_not_see_the_folder_says_so(experiment: Loader, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="a worker does not see the results folder"):
        play_on_cluster(experiment(), tmp_path / "on another machine", [Unit(0, 0, 20)], 1.0)
