"""The tables of a sweep: `summary.csv`, `differences.csv`, and the digest of all rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.parts import read_parts
from negotiation_sim.sweeps.results import Results
from negotiation_sim.sweeps.summary import is_wanted, write_tables
from negotiation_sim.sweeps.units import units_of

Loader = Callable[..., Experiment]


def test_the_digest_is_that_of_every_row_and_says_which_run_it_is(swept: Results) -> None:
    digest = hashlib.sha256()
    for point in range(4):
        for unit in units_of(point, 1050):
            for arm in ("positions", "interests"):
                rows = hashlib.sha256(swept.rows(point, arm, unit.numbers).tobytes()).hexdigest()
                digest.update(f"{point},{unit.block},{unit.runs},{arm},{rows}\n".encode())
    assert swept.manifest["digest"] == digest.hexdigest()


def test_the_manifest_names_the_files_with_their_hashes(swept: Results) -> None:
    files = json.loads((swept.folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert set(files) == {"design.csv", "summary.csv", "differences.csv"}
    for name, sha256 in files.items():
        assert hashlib.sha256((swept.folder / name).read_bytes()).hexdigest() == sha256


def test_points_that_were_set_aside_are_left_out_and_the_others_stay(swept: Results, tmp_path: Path) -> None:
    experiment = swept.experiment
    parts, _ = read_parts(swept.folder, experiment)
    whole = write_tables(tmp_path / "whole", experiment, parts, [1050] * 4)
    assert whole == swept.manifest["digest"]
    lines = {}
    for name in ("summary.csv", "differences.csv"):
        assert (tmp_path / "whole" / name).read_bytes() == (swept.folder / name).read_bytes()
        lines[name] = (swept.folder / name).read_text(encoding="utf-8").splitlines()
    some = write_tables(tmp_path / "some", experiment, parts, [1050, 0, 1050, 1050])
    assert some != whole
    for name, expected in lines.items():
        kept = [line for line in expected if not line.startswith("1,")]
        assert (tmp_path / "some" / name).read_text(encoding="utf-8").splitlines() == kept


@given(st.integers(1, 5000), st.integers(0, 6), st.integers(1, 1000))
def test_a_block_is_wanted_if_it_is_one_of_the_units_of_its_point(runs: int, block: int, count: int) -> None:
    units = {(unit.block, unit.runs) for unit in units_of(0, runs)}
    assert is_wanted(block, count, runs) == ((block, count) in units)


def test_a_table_that_cannot_be_written_leaves_the_old_ones(
    swept: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts, _ = read_parts(swept.folder, swept.experiment)
    write_tables(tmp_path, swept.experiment, parts, [1050] * 4)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("negotiation_sim.sweeps.summary._differences", full)
    with pytest.raises(OSError, match="No space left"):
        write_tables(tmp_path, swept.experiment, parts, [1050, 0, 0, 0])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
