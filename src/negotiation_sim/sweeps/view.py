"""All sweeps in a folder as one DuckDB database, to be asked in SQL."""

from __future__ import annotations

import json
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING

from negotiation_sim.sweeps.mistakes import ResultsError
from negotiation_sim.sweeps.parts import quoted
from negotiation_sim.sweeps.results import Results

if TYPE_CHECKING:
    import duckdb


def open_results(folder: str | Path) -> duckdb.DuckDBPyConnection:
    """A connection with the tables `experiments`, `summary`, `differences` and, where rows were kept, `runs`.

    Every table has a column `folder`, which names the results folder below `folder` (or `folder` itself); columns that
    one experiment has and another has not are null there. Sweeps that have not ended are left out. Raises ResultsError
    where there is none at all.
    """
    import duckdb

    found = list(_finished(Path(folder)))
    if not found:
        raise ResultsError(gettext("there are no finished sweeps in {folder}").format(folder=folder))
    connection = duckdb.connect()
    connection.execute(
        "CREATE TABLE experiments (folder VARCHAR, experiment VARCHAR, sha256 VARCHAR, seed BIGINT, points BIGINT, "
        "status VARCHAR, digest VARCHAR, program VARCHAR, source_hash VARCHAR)"
    )
    for results in found:
        manifest = results.manifest
        name = manifest["experiment"]["name"]
        cells = [
            str(results.folder),
            name if isinstance(name, str) else json.dumps(name, ensure_ascii=False),
            manifest["experiment_sha256"],
            manifest["experiment"]["seed"],
            manifest["points"],
            manifest["status"],
            manifest.get("digest"),
            manifest["version"],
            manifest["source_hash"],
        ]
        connection.execute(f"INSERT INTO experiments VALUES ({', '.join('?' * len(cells))})", cells)
    for name in ("summary", "differences"):
        tables = [(results, getattr(results, name)) for results in found]
        for number, (_, table) in enumerate(tables):
            connection.register(f"{name}_{number}", table)
        _view(connection, name, [(results, f"{name}_{number}") for number, (results, _) in enumerate(tables)])
    _view(connection, "runs", [(r, r.runs_query) for r in found if r.experiment.store != "summary"])
    return connection


def _finished(folder: Path) -> list[Results]:
    found = []
    for manifest in sorted(folder.rglob("manifest.json")):
        try:
            found.append(Results(manifest.parent))
        except ResultsError:  # of another command, or not ended
            continue
    return found


def _view(connection: duckdb.DuckDBPyConnection, name: str, sources: list[tuple[Results, str]]) -> None:
    selects = [f"SELECT {quoted(results.folder)} AS folder, * FROM {source}" for results, source in sources]
    if selects:
        connection.execute(f"CREATE VIEW {name} AS " + " UNION ALL BY NAME ".join(selects))
