"""The per-run rows of a comparison as one CSV or Parquet file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from negotiation_sim.concepts import ENDINGS, Floats
from negotiation_sim.engine.outcome import WHOLE_COLUMNS, column_names
from negotiation_sim.experiments.comparison import Watcher
from negotiation_sim.experiments.files import whole_file
from negotiation_sim.scenario import Scenario


def to_parquet(source: Path, target: Path) -> None:
    """Write the rows of a CSV file as a Parquet file."""
    import duckdb

    connection = duckdb.connect()
    quoted = str(source).replace("'", "''"), str(target).replace("'", "''")
    connection.execute(
        f"COPY (SELECT * FROM read_csv('{quoted[0]}', header = true, sample_size = -1)) "
        f"TO '{quoted[1]}' (FORMAT parquet)"
    )
    connection.close()


@contextmanager
def row_file(path: Path, scenario: Scenario) -> Iterator[Watcher]:
    """Write every row that is handed over to `path`: arm, axis value, run, then the columns of a row.

    CSV or Parquet by the file's ending. Memory does not grow with the number of rows.
    """
    names = column_names(scenario.roles, tuple(scenario.all_issues))
    whole = {*WHOLE_COLUMNS, *(name for name in names if name.startswith("option."))}
    axis = [scenario.axis.path] if scenario.axis is not None else []
    with whole_file(path) as temporary:
        as_csv = temporary.with_suffix(".rows") if path.suffix == ".parquet" else temporary
        try:
            with as_csv.open("w", newline="", encoding="utf-8") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(["arm", *axis, "run", *names])

                def write(arm: str, at: dict[str, object], first_run: int, rows: Floats) -> None:
                    for i, row in enumerate(rows.tolist()):
                        cells = [int(x) if name in whole else x for name, x in zip(names[1:], row[1:], strict=True)]
                        writer.writerow([arm, *at.values(), first_run + i, ENDINGS[int(row[0])], *cells])

                yield write
            if as_csv != temporary:
                to_parquet(as_csv, temporary)
        finally:
            if as_csv != temporary:
                as_csv.unlink(missing_ok=True)
