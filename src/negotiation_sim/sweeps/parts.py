"""Part files: what was played, as Parquet written by DuckDB, each whole or not there at all.

A part of units played holds one row for each block and arm: counts, sums, and which runs ended with a deal. Where rows
are kept, a second file of the same name holds one row for each run; it is written first, so that a part that is there
is complete. The footer says which experiment and which version of the program a part belongs to.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from negotiation_sim.concepts import ENDINGS, Floats
from negotiation_sim.engine.outcome import WHOLE_COLUMNS, column_names
from negotiation_sim.experiments.files import whole_file
from negotiation_sim.rule import source_hash
from negotiation_sim.sweeps.mistakes import SweepError
from negotiation_sim.sweeps.units import Unit

if TYPE_CHECKING:
    import duckdb

    from negotiation_sim.sweeps.experiment import Experiment

BLOCKS, RUNS = "parts/blocks", "parts/runs"


@dataclass(frozen=True)
class Played:
    """A unit played under one arm."""

    unit: Unit
    arm: str
    agreed: bytes  # which runs ended with a deal, packed to bits
    rows_sha256: str
    totals: Floats  # sums and counts, see `analysis.tally`
    rows: Floats | None  # where rows are kept


@contextmanager
def database(folder: Path | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB connection of its own, on one thread; what does not fit into memory goes to `folder`.

    What DuckDB says of a full or a broken disk is raised as OSError.
    """
    import duckdb

    with closing(duckdb.connect()) as connection:
        connection.execute("SET threads = 1")
        connection.execute("SET memory_limit = '300MB'")
        if folder is not None:
            connection.execute(f"SET temp_directory = {quoted(folder / '.spill')}")
        try:
            yield connection
        except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
            raise OSError(str(error).partition("\n")[0]) from error


def quoted(text: object) -> str:
    """A text as it stands in SQL."""
    return "'" + str(text).replace("'", "''") + "'"


def write_part(folder: Path, experiment: Experiment, played: Sequence[Played]) -> None:
    """Write what was played under a name that its units decide. Raises OSError where the disk does not take it."""
    import pandas as pd

    name = _name(list(dict.fromkeys(one.unit for one in played)))
    if experiment.store != "summary":
        _write_runs(folder / RUNS / name, experiment, played)
    blocks = pd.DataFrame(
        {
            "point": np.array([one.unit.point for one in played], dtype=np.int32),
            "block": np.array([one.unit.block for one in played], dtype=np.int32),
            "arm": [one.arm for one in played],
            "runs": np.array([one.unit.runs for one in played], dtype=np.int32),
            "agreed": [one.agreed for one in played],
            "rows_sha256": [one.rows_sha256 for one in played],
            "totals": [one.totals.ravel() for one in played],
        }
    )
    _copy("SELECT * FROM played", blocks, folder / BLOCKS / name, experiment)


def _name(units: Sequence[Unit]) -> str:
    listed = hashlib.sha256(repr([tuple(unit) for unit in units]).encode()).hexdigest()
    return f"p{units[0].point:06}-b{units[0].block:06}-{listed[:12]}.parquet"


def _write_runs(path: Path, experiment: Experiment, played: Sequence[Played]) -> None:
    scenario = experiment.scenario
    names = column_names(scenario.roles, tuple(scenario.all_issues))
    arms = list(experiment.arms)
    counts = [one.unit.runs for one in played]
    columns: dict[str, Any] = {
        "point": np.repeat(np.array([one.unit.point for one in played], dtype=np.int32), counts),
        "arm": np.repeat(np.array([arms.index(one.arm) for one in played], dtype=np.int32), counts),
        "run": np.concatenate([np.arange(one.unit.numbers.start, one.unit.numbers.stop) for one in played]),
    }
    rows = np.concatenate([one.rows for one in played if one.rows is not None])
    for column, name in enumerate(names):
        is_whole = name in ("ending", *WHOLE_COLUMNS) or name.startswith("option.")
        columns[name] = rows[:, column].astype(np.int32 if is_whole else np.float64)
    endings, arm_names = (", ".join(map(quoted, texts)) for texts in (ENDINGS, arms))
    query = f"SELECT * REPLACE ([{arm_names}][arm + 1] AS arm, [{endings}][ending + 1] AS ending) FROM played"
    _copy(query, columns, path, experiment)


def _copy(query: str, played: Any, path: Path, experiment: Experiment) -> None:
    footer = f"{{experiment: {quoted(experiment.sha256)}, engine: {quoted(source_hash())}}}"
    with whole_file(path) as temporary, database() as connection:
        connection.register("played", played)
        connection.execute(
            f"COPY ({query}) TO {quoted(temporary)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {footer})"
        )


def read_parts(folder: Path, experiment: Experiment, engine: str | None = None) -> tuple[list[Path], list[Path]]:
    """The parts of a folder that hold what they should, and those that are damaged.

    Raises SweepError where a part belongs to another experiment or was not made by `engine`, the source hash of a
    version of the program (default: this one).
    """
    owner = experiment.sha256, engine or source_hash()
    sound, damaged = [], []
    with database() as connection:
        for path in sorted((folder / BLOCKS).glob("*.parquet")):
            if path.name.startswith("."):
                continue
            runs = folder / RUNS / path.name
            needed = [path, runs] if experiment.store != "summary" else [path]
            footers = [_footer(connection, file) for file in needed]
            if None in footers:
                damaged.append(path)
                continue
            if any(footer != owner for footer in footers):
                told = gettext(
                    "{path} belongs to another experiment or to another version of the program; "
                    "nothing was changed; choose another folder with --out"
                )
                raise SweepError(told.format(path=path))
            sound.append(path)
    return sound, damaged


def _footer(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[str, str] | None:
    """Experiment and version named in the footer of a part; None where it cannot be read to the end."""
    import duckdb

    try:
        found = connection.execute(f"SELECT key, value FROM parquet_kv_metadata({quoted(path)})").fetchall()
        whole = f"SELECT count(*), max(point) FROM read_parquet({quoted(path)})"
        connection.execute(whole).fetchall()
    except duckdb.Error:
        return None
    texts = {bytes(key).decode(): bytes(value).decode() for key, value in found}
    return texts.get("experiment", ""), texts.get("engine", "")


def read_blocks(folder: Path, experiment: Experiment, parts: Sequence[Path], columns: str) -> Iterator[tuple[Any, ...]]:
    """Rows of `columns` of all blocks, in order of point, block and arm; a block in two parts comes once."""
    if not parts:
        return
    files = ", ".join(map(quoted, parts))
    arms = ", ".join(map(quoted, experiment.arms))
    query = (
        f"SELECT DISTINCT ON (point, block, runs, arm) {columns} FROM read_parquet([{files}]) "
        f"ORDER BY point, block, runs, list_position([{arms}], arm)"
    )
    with database(folder) as connection:
        rows = connection.execute(query)
        while some := rows.fetchmany(1000):
            yield from some
