"""One result for any number of workers, of any kind, for any chunks, shards and interruptions."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.loading import load_experiment
from negotiation_sim.sweeps.merging import merge
from negotiation_sim.sweeps.parts import BLOCKS, RUNS
from negotiation_sim.sweeps.runner import Crew, Progress, play
from negotiation_sim.sweeps.units import Shard

TABLES = ("summary.csv", "differences.csv", "design.csv")


def tables(folder: Path) -> dict[str, bytes]:
    """What must be the same to the byte, the digest of every row included."""
    found = {name: (folder / name).read_bytes() for name in TABLES}
    return found | {"digest": json.loads((folder / "manifest.json").read_text())["digest"].encode()}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory, small_text: str) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("expected")
    (folder / "small.yaml").write_text(small_text, encoding="utf-8")
    play(load_experiment(folder / "small.yaml"), folder / "out", Crew(1, "threads"))
    return tables(folder / "out")


@pytest.mark.parametrize(
    "crew",
    [
        Crew(2, "threads"),
        Crew(1, "threads", units_a_chunk=1),
        Crew(2, "threads", units_a_chunk=3),
        Crew(2, "threads", units_a_chunk=7),
        Crew(2, "processes", units_a_chunk=2),
    ],
    ids=str,
)
def test_workers_and_chunks_change_nothing(
    small: Experiment, tmp_path: Path, expected: dict[str, bytes], crew: Crew
) -> None:
    outcome = play(small, tmp_path / "out", crew)
    assert outcome.status == "complete"
    assert outcome.played == 6 * 2 * 1200
    assert tables(tmp_path / "out") == expected


def test_shards_of_one_folder_or_of_several_change_nothing(
    small: Experiment, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    for number in range(3):
        outcome = play(small, tmp_path / "together", Crew(1), Shard(number, 3))
        play(small, tmp_path / f"shard{number}", Crew(1), Shard(number, 3))
        assert (outcome.status == "complete") == (number == 2)
    merge([tmp_path / f"shard{number}" for number in range(3)], tmp_path / "merged")
    assert tables(tmp_path / "together") == expected
    assert tables(tmp_path / "merged") == expected


def test_a_sweep_killed_at_any_chunk_goes_on_to_the_same_result(
    small_file: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    """The whole program is killed after its first, second and third chunk; once a part is cut in half as well."""
    out = tmp_path / "out"
    code = (
        "import sys; from pathlib import Path\n"
        "from negotiation_sim.sweeps.loading import load_experiment\n"
        "from negotiation_sim.sweeps.runner import Crew, play\n"
        "tell = lambda progress: print(progress.done, flush=True)\n"
        f"crew = Crew(2, 'threads', units_a_chunk=2)\n"
        f"play(load_experiment({str(small_file)!r}), Path({str(out)!r}), crew, tell=tell)"
    )
    for kills in range(3):
        with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for _ in range(kills + 2):  # the first line is said before anything is played
                process.stdout.readline()
            os.kill(process.pid, signal.SIGKILL)
        if kills == 1:
            part = min((out / BLOCKS).glob("p*.parquet"))
            part.write_bytes(part.read_bytes()[: part.stat().st_size // 2])
    told: list[Progress] = []
    outcome = play(load_experiment(small_file), out, Crew(2), tell=told.append)
    assert outcome.status == "complete"
    assert tables(out) == expected
    assert not [path for path in (out / RUNS).iterdir() if path.name.startswith(".")]
    assert [path for path in (out / BLOCKS).iterdir() if path.suffix == ".damaged"]


def test_a_sweep_that_is_there_is_not_played_again(small: Experiment, tmp_path: Path) -> None:
    play(small, tmp_path / "out", Crew(2))
    parts = sorted((tmp_path / "out" / BLOCKS).iterdir())
    again = play(small, tmp_path / "out", Crew(2))
    assert again.played == 0
    assert sorted((tmp_path / "out" / BLOCKS).iterdir()) == parts
