"""The log of a table, read from the server's database and played again in this process, beside what pages were sent."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from classroom_server import Json, ServerProcess

    from negotiation_sim.classroom.table.played_table import PlayedTable

SERVER_ADDS = ("table", "people", "delegation", "nudge", "closed", "state")


def before_its_log(server: ServerProcess, table: str) -> tuple[PlayedTable, list[Json]]:
    """A table as it was before anything happened, and the events that its log holds now."""
    from negotiation_sim.classroom.server.session import Session
    from negotiation_sim.classroom.table.played_table import PlayedTable
    from negotiation_sim.scenario.loading import scenario_from

    with closing(sqlite3.connect(f"file:{server.db}?mode=ro", uri=True)) as db:
        scenario, seed = db.execute(
            "select s.scenario, s.seed from tables t join sessions s on s.id = t.session where t.id = ?",
            (table,),
        ).fetchone()
        rows = db.execute("select event from events where table_id = ? order by n", (table,))
        events = [json.loads(event) for (event,) in rows]
    return PlayedTable(scenario_from(json.loads(scenario), None), seed, Session.run), events


def same_view(shown: Json, folded: Json) -> None:
    """What a page was sent is what the log folds to, but for what the server knows of people."""
    expected = json.loads(json.dumps(folded))
    assert shown.keys() == expected.keys() | set(SERVER_ADDS), shown.keys() ^ expected.keys()
    for key, value in expected.items():
        if key not in SERVER_ADDS:
            assert shown[key] == value, f"{key}: the page had {shown[key]}, the log gives {value}"
