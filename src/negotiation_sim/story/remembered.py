"""What of the table must be remembered to see afterwards what a phase changed."""

from __future__ import annotations

from typing import NamedTuple

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.engine.table import Table


class Remembered(NamedTuple):
    """Copies of arrays of a `Table`, with the same names and shapes."""

    trust: Floats
    raw: Floats
    perceived: Floats
    present: Ints


def remember(table: Table) -> Remembered:
    """A copy of what may change."""
    return Remembered(*(getattr(table, field).copy() for field in Remembered._fields))
