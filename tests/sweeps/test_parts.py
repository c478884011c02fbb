"""Part files: whole or not there, and known to belong to their experiment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from negotiation_sim.sweeps import parts
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.mistakes import SweepError
from negotiation_sim.sweeps.parts import BLOCKS, RUNS, Played, database, read_blocks, read_parts, write_part
from negotiation_sim.sweeps.playing import play_chunk
from negotiation_sim.sweeps.units import Unit

Loader = Callable[..., Experiment]
QUOTED = """{"it's one": {}, 'b, "two"': {mediator.style: full}}"""


def played(unit: Unit, arm: str, agreed: bytes = b"\xa0") -> Played:
    return Played(unit, arm, agreed, "0" * 64, np.full((5, 3), 0.1 + unit.point), None)


def test_what_is_written_is_read_in_order_of_points_blocks_and_arms(experiment: Loader, tmp_path: Path) -> None:
    loaded = experiment(arms=QUOTED)
    units = [Unit(1, 0, 1000), Unit(0, 1, 200), Unit(0, 0, 1000)]
    for unit in units:
        write_part(tmp_path, loaded, [played(unit, arm) for arm in reversed(loaded.arms)])
    sound, damaged = read_parts(tmp_path, loaded)
    rows = list(read_blocks(tmp_path, loaded, sound, "point, block, runs, arm, agreed, totals"))
    assert damaged == []
    assert [row[:4] for row in rows] == [(*unit, arm) for unit in sorted(units) for arm in loaded.arms]
    assert all(bytes(row[4]) == b"\xa0" for row in rows)
    assert [row[5] for row in rows[::2]] == [[0.1 + unit.point] * 15 for unit in sorted(units)]  # to the last bit


def test_a_block_in_two_parts_comes_once_and_one_of_another_size_beside_it(experiment: Loader, tmp_path: Path) -> None:
    loaded = experiment()
    first, other, short = Unit(0, 0, 1000), Unit(1, 0, 1000), Unit(0, 0, 200)
    for units in ([first], [first, other], [short]):
        write_part(tmp_path, loaded, [played(unit, "as written") for unit in units])
    rows = read_blocks(tmp_path, loaded, read_parts(tmp_path, loaded)[0], "point, block, runs")
    assert list(rows) == [short, first, other]


def test_the_same_units_go_into_the_same_file_and_nothing_else_is_left(experiment: Loader, tmp_path: Path) -> None:
    loaded = experiment(store="runs")
    units = [Unit(0, 0, 20)]
    receipts = [play_chunk(loaded, tmp_path, units, 0.0) for _ in range(2)]
    assert receipts[0] == receipts[1]
    assert receipts[0].played == (Unit(0, 0, 20),)
    names = [sorted(path.name for path in (tmp_path / kind).iterdir()) for kind in (BLOCKS, RUNS)]
    assert names[0] == names[1]
    assert len(names[0]) == 1


def test_where_rows_are_kept_a_part_without_them_is_damaged(experiment: Loader, tmp_path: Path) -> None:
    loaded = experiment(store="runs")
    play_chunk(loaded, tmp_path, [Unit(0, 0, 20)], 0.0)
    (block,), _ = read_parts(tmp_path, loaded)
    rows = tmp_path / RUNS / block.name
    whole = rows.read_bytes()
    for spoilt in (whole[: len(whole) // 2], b"", whole[:-1], whole[: len(whole) // 2] + whole[len(whole) // 2 + 40 :]):
        rows.write_bytes(spoilt)
        assert read_parts(tmp_path, loaded) == ([], [block])
    rows.unlink()
    assert read_parts(tmp_path, loaded) == ([], [block])
    rows.write_bytes(whole)
    assert read_parts(tmp_path, loaded) == ([block], [])


def test_a_part_of_another_experiment_or_version_is_refused(
    experiment: Loader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = experiment()
    write_part(tmp_path, loaded, [played(Unit(0, 0, 20), "as written")])
    with pytest.raises(SweepError, match="another experiment or to another version"):
        read_parts(tmp_path, experiment(seed="6"))
    with monkeypatch.context() as patched:
        patched.setattr(parts, "source_hash", lambda: "of another version")
        with pytest.raises(SweepError, match=r"parts/blocks/p000000-b000000-\w+\.parquet belongs to another"):
            read_parts(tmp_path, loaded)
    assert len(read_parts(tmp_path, loaded)[0]) == 1


def test_a_disk_that_fails_is_an_error_of_the_system_and_leaves_no_file(experiment: Loader, tmp_path: Path) -> None:
    (tmp_path / "parts").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(OSError, match="parts"):
        write_part(tmp_path, experiment(), [played(Unit(0, 0, 20), "as written")])
    with pytest.raises(OSError, match="no_such_folder"), database() as connection:
        connection.execute(f"COPY (SELECT 1) TO '{tmp_path}/no_such_folder/part.parquet'")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["parts", "tiny.yaml"]
