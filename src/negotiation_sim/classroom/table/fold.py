"""The state of a table is the fold of its log: the same events give the same table, wherever and whenever."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from negotiation_sim.classroom.table.played_table import PlayedTable
from negotiation_sim.scenario import Scenario


def fold(scenario: Scenario, seed: int, run: int, events: Iterable[dict[str, Any]]) -> PlayedTable:
    """The table after all these events. Raises Refused at the first that does not fit."""
    table = PlayedTable(scenario, seed, run)
    for event in events:
        table.apply(event)
    return table
