"""People at the engine's table: what they may do, the fold of the log, and what each seat may see."""

from negotiation_sim.classroom.table.fold import fold
from negotiation_sim.classroom.table.played_table import PlayedTable
from negotiation_sim.classroom.table.refused import Refused

__all__ = ["PlayedTable", "Refused", "fold"]
