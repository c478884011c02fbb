"""The table as it was, to see afterwards what a phase changed."""

from __future__ import annotations

from negotiation_sim.engine.table import Table


def remember(table: Table) -> Table:
    """A copy that does not change any more."""
    return Table._make(array.copy() for array in table)
