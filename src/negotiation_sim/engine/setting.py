"""What an executor needs to know of a scenario: its numbers, its functions, its names."""

from __future__ import annotations

from typing import NamedTuple

from negotiation_sim.engine.selection import Selection
from negotiation_sim.engine.table import Case


class Setting(NamedTuple):
    """One setting of a scenario, ready to be played."""

    case: Case
    selection: Selection
    roles: tuple[str, ...]
    issues: tuple[str, ...]
