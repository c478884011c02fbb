"""What may go wrong while a sweep is played: a clear word each time, nothing lost, nothing mixed."""

from __future__ import annotations

import datetime as dates
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from negotiation_sim.sweeps import folder as folders
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.loading import load_experiment
from negotiation_sim.sweeps.mistakes import SweepError
from negotiation_sim.sweeps.parts import BLOCKS
from negotiation_sim.sweeps.results import load_results
from negotiation_sim.sweeps.runner import Crew, Progress, play
from negotiation_sim.sweeps.units import Shard, Unit

Loader = Callable[..., Experiment]
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="no such signals and limits")
COMMAND = (sys.executable, "-m", "negotiation_sim", "sweep")
INTERRUPTED = "Interrupted; nothing half-written was left behind."


def digest(folder: Path) -> str:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["status"] == "complete"
    return str(manifest["digest"])


def half_written(folder: Path) -> list[Path]:
    """Temporary files; those of locks stay, they are empty or name a process."""
    return [path for path in folder.rglob(".*") if path.is_file() and not path.name.startswith((".lock", ".holder"))]


PLUG_IN = """\
import os
from negotiation_sim import strategy

@strategy
def mine(party, view, issue, option):
    if view.deadline == 5:
        raise ValueError("no answer to this")
    if view.deadline == 6:
        os._exit(9)
    return party.values[issue, option]
"""


def test_a_rule_that_fails_and_one_that_kills_its_process_lose_their_points_alone(
    experiment: Loader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.py").write_text(PLUG_IN, encoding="utf-8")
    lines = {
        "set": "",
        "design": "{kind: grid, factors: {deadline: [4, 5, 6, 7, 8]}}",
        "arms": '{plain: {}, mine: {parties.union.strategy: "mine.py:mine"}}',
    }
    notes: list[Progress] = []
    outcome = play(experiment(**lines), tmp_path / "out", Crew(2), tell=notes.append)
    assert (outcome.workers, outcome.kind) == (2, "processes")  # by itself, since the rule runs as plain Python
    assert outcome.status == "some points set aside"
    raised, died = Unit(1, 0, 20), Unit(2, 0, 20)
    assert set(outcome.set_aside) == {raised, died}
    assert outcome.set_aside[raised] == (
        "mine: run 0: FunctionError: mine.py:7: mine (side 2): ValueError: no answer to this"
    )
    assert outcome.set_aside[died] == "three workers died of it"
    results = load_results(tmp_path / "out")
    cells = [[point, arm, 20] for point in (0, 3, 4) for arm in ("plain", "mine")]
    assert results.summary[["point", "arm", "runs"]].to_numpy().tolist() == cells
    assert [aside["point"] for aside in results.manifest["set_aside"]] == [1, 2]
    before = (tmp_path / "out" / "manifest.json").read_bytes()
    (tmp_path / "mine.py").write_text(PLUG_IN.replace("== 5", "== 500"), encoding="utf-8")
    with pytest.raises(SweepError, match=r"results of another experiment \(a plug-in file\); nothing was changed"):
        play(experiment(**lines), tmp_path / "out", Crew(1))
    assert (tmp_path / "out" / "manifest.json").read_bytes() == before


@needs_posix
@pytest.mark.parametrize("most_bytes", [1000, 12_000])  # not even the manifest; manifest, but no part
def test_a_full_disk_leaves_nothing_half_written_and_the_sweep_goes_on_afterwards(
    experiment: Loader, tmp_path: Path, most_bytes: int
) -> None:
    loaded = experiment(runs="1100", store="runs")
    with files_up_to(most_bytes), pytest.raises(OSError, match=r"manifest|File too large|parts"):
        play(loaded, tmp_path / "out", Crew(1))
    assert half_written(tmp_path / "out") == []
    assert (tmp_path / "out" / "manifest.json").exists() == (most_bytes > 1000)
    assert play(loaded, tmp_path / "out", Crew(1)).played == 1100
    play(loaded, tmp_path / "fresh", Crew(1))
    assert digest(tmp_path / "out") == digest(tmp_path / "fresh")


@contextmanager
def files_up_to(most_bytes: int) -> Iterator[None]:
    """Let no file grow beyond this, as on a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_lies_in_the_folder_of_somebody_else_stays_as_it_is(experiment: Loader, tmp_path: Path) -> None:
    out, other = tmp_path / "out", tmp_path / "other"
    play(experiment(), out, Crew(1))
    play(experiment(seed="6"), other, Crew(1))
    stranger = next((other / BLOCKS).iterdir())
    (out / BLOCKS / f"p000009{stranger.name[7:]}").write_bytes(stranger.read_bytes())
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    with pytest.raises(SweepError, match=r"p000009.*belongs to another experiment or to another version"):
        play(experiment(), out, Crew(1))
    (out / BLOCKS / f"p000009{stranger.name[7:]}").unlink()
    assert {
        path: path.read_bytes() for path in out.rglob("*") if path.is_file() and path in before
    }.items() <= before.items()
    run = tmp_path / "run"
    run.mkdir()
    (run / "manifest.json").write_text('{"scenario": {}, "runs": 30, "source_hash": "1"}', encoding="utf-8")
    with pytest.raises(SweepError, match="results that are not those of a sweep; move the folder away"):
        play(experiment(), run, Crew(1))
    assert sorted(path.name for path in run.iterdir()) == ["manifest.json"]


def test_a_damaged_part_is_kept_aside_told_and_played_again(experiment: Loader, tmp_path: Path) -> None:
    out = tmp_path / "out"
    play(experiment(), out, Crew(1))
    before = digest(out)
    part = next((out / BLOCKS).iterdir())
    part.write_bytes(part.read_bytes()[: part.stat().st_size // 2])
    told: list[Progress] = []
    assert play(experiment(), out, Crew(1), tell=told.append).played == 20
    assert f"{part} was damaged; it is kept as {part.stem}.damaged, and what it held is played again" in [
        progress.note for progress in told
    ]
    assert part.with_suffix(".damaged").exists()
    assert digest(out) == before


def test_a_clock_that_is_set_back_changes_nothing(
    experiment: Loader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two starts the clock loses a year, and it runs backwards while the second one plays."""
    loaded = experiment(runs="3000")
    play(loaded, tmp_path / "fresh", Crew(1))
    with pytest.raises(_BrokenOffError):
        play(loaded, tmp_path / "out", Crew(1, units_a_chunk=1), tell=_break_off_after(1000))
    now = iter(range(10**9, 0, -1000))

    class Backwards(dates.datetime):
        @classmethod
        def now(cls, tz: dates.tzinfo | None = None) -> Backwards:
            return cls.fromtimestamp(next(now), tz)

    monkeypatch.setattr(time, "time", lambda: float(next(now)))
    monkeypatch.setattr(folders, "datetime", Backwards)
    told: list[Progress] = []
    play(loaded, tmp_path / "out", Crew(1, units_a_chunk=1), tell=told.append)
    assert all((progress.seconds_left or 0.0) >= 0.0 for progress in told)
    assert [progress.done for progress in told] == [1000, 2000, 3000]
    assert digest(tmp_path / "out") == digest(tmp_path / "fresh")
    first, second = (start["started"] for start in load_results(tmp_path / "out").manifest["commands"])
    assert second < first


class _BrokenOffError(Exception):
    """Stands for whatever ends a sweep."""


def _break_off_after(negotiations: int) -> Callable[[Progress], None]:
    def tell(progress: Progress) -> None:
        if progress.done >= negotiations:
            raise _BrokenOffError

    return tell


def test_under_stop_a_sweep_comes_to_the_same_counts_wherever_it_was_broken_off(
    experiment: Loader, tmp_path: Path
) -> None:
    design = "{kind: grid, factors: {communication.quality: [0.2, 1.0]}}"

    def stopping(half_width: float) -> Experiment:
        stop = f"{{half_width: {half_width}, at_least: 1000, at_most: 5000}}"
        return experiment(set="{deadline: 6, mediator.style: full}", design=design, stop=stop, runs="")

    play(stopping(0.025), tmp_path / "fresh", Crew(2))
    counts = load_results(tmp_path / "fresh").summary["runs"].tolist()
    assert len(set(counts)) == 2
    assert all(count % 1000 == 0 for count in counts)
    with pytest.raises(_BrokenOffError):
        play(stopping(0.025), tmp_path / "out", Crew(1, units_a_chunk=1), tell=_break_off_after(1000))
    assert play(stopping(0.025), tmp_path / "out", Crew(1)).played == sum(counts) - 1000
    assert digest(tmp_path / "out") == digest(tmp_path / "fresh")
    finer = play(stopping(0.02), tmp_path / "out", Crew(2))  # more blocks than the wider interval needs
    assert finer.played > 0
    assert play(stopping(0.025), tmp_path / "out", Crew(1)).played == 0
    assert digest(tmp_path / "out") == digest(tmp_path / "fresh")
    for number in range(2):
        play(stopping(0.025), tmp_path / "shards", Crew(1), Shard(number, 2))
    assert digest(tmp_path / "shards") == digest(tmp_path / "fresh")


@contextmanager
def sweeping(file: Path, out: Path, kind: str, lines: int) -> Iterator[subprocess.Popen[str]]:
    """The real command, in a group of its own as a terminal has it, after so many lines of progress."""
    command = [*COMMAND, str(file), "--out", str(out), "--workers", "2", "--workers-as", kind]
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # Tests that a shell runs in the background have Ctrl-C ignored, and so would the command.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    with process:
        assert process.stderr is not None
        for line in process.stderr:
            lines -= bool(re.match(r"[\d,]+ of 60,000 negotiations", line))
            if lines == 0:
                break
        else:
            pytest.fail("it ended before anything was played")
        try:
            yield process
        finally:
            process.kill()


def leave(process: subprocess.Popen[str]) -> str:
    """What was still said on standard error; returns only when all who hold it have ended, children included."""
    _, errors = process.communicate(timeout=60)
    return errors


@needs_posix
def test_ctrl_c_and_kill_leave_a_sweep_that_goes_on_and_no_process(
    experiment: Loader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("negotiation_sim.sweeps.folder.SHARD_PATIENCE", 0.1)
    loaded = experiment(runs="60000")
    file, out = Path(loaded.file), tmp_path / "out"
    for kind, lines in (("threads", 1), ("processes", 2)):  # the second comes when workers are at work
        with sweeping(file, out, kind, lines) as process:
            busy = rf"another sweep is at work in .*out \(process {process.pid} on "
            for shard in (Shard(0, 1), Shard(0, 2)):
                with pytest.raises(SweepError, match=busy):
                    play(loaded, out, Crew(1), shard)
            os.killpg(process.pid, signal.SIGINT)
            told = leave(process)
            assert process.returncode == 130
            assert "Traceback" not in told
            assert told.splitlines()[-1] == INTERRUPTED
            assert half_written(out) == []
    with sweeping(file, out, "processes", 2) as process:
        os.kill(process.pid, signal.SIGKILL)
        leave(process)
    outcome = play(load_experiment(file), out, Crew(2))
    assert 0 < outcome.played < 60_000
    play(loaded, tmp_path / "fresh", Crew(2))
    assert digest(out) == digest(tmp_path / "fresh")
