"""A results folder belongs to one experiment, is written by one sweep at a time, and says how it came about."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from negotiation_sim.sweeps import folder as folder_module
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.folder import begin_manifest, claimed, design_csv, owner, read_design, read_manifest
from negotiation_sim.sweeps.mistakes import ResultsError, SweepError
from negotiation_sim.sweeps.units import WHOLE, Shard

Loader = Callable[..., Experiment]
AT_WORK = f"another sweep is at work in .* \\(process {os.getpid()} on {socket.gethostname()}\\)"
HALVES = Shard(0, 2), Shard(1, 2)


@pytest.mark.parametrize(
    ("first", "second", "is_refused"),
    [
        (WHOLE, WHOLE, True),
        (WHOLE, HALVES[0], True),
        (HALVES[0], WHOLE, True),
        (HALVES[0], HALVES[0], True),
        (HALVES[0], HALVES[1], False),
    ],
)
def test_only_shards_of_one_sweep_work_side_by_side(
    experiment: Loader,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    first: Shard,
    second: Shard,
    is_refused: bool,
) -> None:
    monkeypatch.setattr(folder_module, "SHARD_PATIENCE", 0.1)
    loaded, folder = experiment(), tmp_path / "out"
    with claimed(folder, loaded, first):
        if is_refused:
            with pytest.raises(SweepError, match=AT_WORK), claimed(folder, loaded, second):
                pass
        else:
            with claimed(folder, loaded, second):
                pass
    with claimed(folder, loaded, second):
        pass


def test_shards_that_start_at_the_same_moment_wait_for_each_other(experiment: Loader, tmp_path: Path) -> None:
    loaded, together = experiment(), Barrier(16)

    def start(number: int) -> int:
        together.wait()
        with claimed(tmp_path / "out", loaded, Shard(number, 16)):
            return number

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(start, range(16))) == list(range(16))


def test_the_lock_of_a_killed_process_bars_nobody(experiment: Loader, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    code = f"import os, filelock; filelock.FileLock({str(folder / '.lock')!r}).acquire(); os.kill(os.getpid(), 9)"
    killed = subprocess.run([sys.executable, "-c", code], check=False)
    assert killed.returncode != 0
    assert (folder / ".lock").exists()
    with claimed(folder, experiment()):
        assert (folder / ".holder").read_text(encoding="utf-8").startswith(f"{os.getpid()} ")


def test_what_a_killed_process_was_writing_is_taken_away_by_the_next(experiment: Loader, tmp_path: Path) -> None:
    left = tmp_path / "out" / "parts" / "runs" / ".p000000-b000000-abc.parquet"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"PAR1")
    with claimed(tmp_path / "out", experiment(), HALVES[0]):  # it could be the file of another shard
        assert left.exists()
    with claimed(tmp_path / "out", experiment()):
        assert not left.exists()


@pytest.mark.parametrize(
    ("lines", "changed"),
    [
        ({"seed": "6"}, "seed"),
        ({"set": "{deadline: 9}"}, "scenario"),
        ({"arms": "{other: {}}", "store": "runs"}, "arms, store"),
        ({"design": "{kind: grid, factors: {mediator.skill: [0.1]}}"}, "design"),
    ],
)
def test_the_folder_of_another_experiment_is_refused_and_the_difference_named(
    experiment: Loader, tmp_path: Path, lines: dict[str, str], changed: str
) -> None:
    begin_manifest(tmp_path / "out", experiment())
    before = (tmp_path / "out" / "manifest.json").read_bytes()
    with pytest.raises(SweepError, match=rf"results of another experiment \({changed}\); nothing was changed"):
        owner(tmp_path / "out", experiment(**lines))
    assert (tmp_path / "out" / "manifest.json").read_bytes() == before
    owner(tmp_path / "out", experiment(name="Another name", runs="30"))  # decides no negotiation


def test_other_points_of_the_same_values_are_another_design(experiment: Loader, tmp_path: Path) -> None:
    cells = [
        f"{{mediator.skill: {skill}, communication.quality: {quality}}}" for skill in (0, 1) for quality in (0.5, 1)
    ]
    first, second = (
        f"{{kind: table, points: [{', '.join(cells[k] for k in order)}]}}" for order in ((0, 3, 1, 2), (0, 3, 2, 1))
    )
    begin_manifest(tmp_path / "out", experiment(design=first))
    with pytest.raises(SweepError, match=r"another experiment \(design\)"):
        owner(tmp_path / "out", experiment(design=second))


def test_another_version_is_refused_and_both_are_named(experiment: Loader, tmp_path: Path) -> None:
    begin_manifest(tmp_path / "out", experiment())
    path = tmp_path / "out" / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**manifest, "source_hash": "0123456789abcdef"}), encoding="utf-8")
    with pytest.raises(SweepError, match=f"0123456789abcdef, this is {manifest['source_hash']}"):
        owner(tmp_path / "out", experiment())


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'{"experiment": {', "manifest.json is damaged"),
        (b"\xff\xfe\x00", "manifest.json is damaged"),
        (b"[" * 100_000, "manifest.json is damaged"),
        (b"[]", "not those of a sweep"),
        (b'{"scenario": {}, "runs": 30, "source_hash": "1"}', "not those of a sweep"),  # that of `run`
    ],
)
def test_a_manifest_that_is_no_sweeps_is_never_written_over(
    experiment: Loader, tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "manifest.json"
    path.write_bytes(content)
    with pytest.raises(ResultsError, match=told):
        read_manifest(tmp_path)
    with pytest.raises(SweepError, match=rf"{told}; move the folder away"), claimed(tmp_path, experiment()):
        pass
    assert path.read_bytes() == content


def test_every_start_is_noted_with_its_command_and_host(experiment: Loader, tmp_path: Path) -> None:
    for _ in range(2):
        begin_manifest(tmp_path, experiment())
    manifest = read_manifest(tmp_path)
    assert [start["host"] for start in manifest["commands"]] == [socket.gethostname()] * 2
    assert manifest["status"] == "unfinished"
    assert manifest["cite"].endswith(f"experiment {experiment().sha256[:12]}, seed 5")


def test_the_points_stand_in_design_csv_and_come_back_as_they_were(experiment: Loader, tmp_path: Path) -> None:
    points = """[{mediator.style: full, partial_agreement: true, deadline: 9, mediator.skill: 0.1},
        {mediator.style: absent, partial_agreement: false, deadline: 10, mediator.skill: 0.30000000000000004}]"""
    loaded = experiment(design=f"{{kind: table, points: {points}}}", set="{communication.quality: 0.9}")
    begin_manifest(tmp_path, loaded)
    assert read_design(tmp_path) == list(loaded.points)
    assert [type(value) for value in read_design(tmp_path)[0].values()] == [str, bool, int, float]
    assert (tmp_path / "design.csv").read_text(encoding="utf-8") == design_csv(loaded)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"point,deadline\n0,4,5\n", None])
def test_a_damaged_design_is_told_when_read_and_mended_by_the_next_sweep(
    experiment: Loader, tmp_path: Path, content: bytes | None
) -> None:
    loaded = experiment(design="{kind: grid, factors: {mediator.skill: [0.1, 0.2]}}")
    begin_manifest(tmp_path, loaded)
    path = tmp_path / "design.csv"
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(ResultsError, match=r"design\.csv is missing or damaged"):
        read_design(tmp_path)
    begin_manifest(tmp_path, loaded)
    assert read_design(tmp_path) == list(loaded.points)
