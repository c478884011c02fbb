"""What a package is worth to a side at the table."""

from __future__ import annotations

from negotiation_sim.concepts import Ints
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule
from negotiation_sim.rules.preferences import breaks_deal, utility


@rule
def worth_of(case: Case, table: Table, seat: int, package: Ints) -> float:
    """The utility of a package to a side, in [0, 1]; nothing where it meets a deal-breaker of the side."""
    if breaks_deal(case.breakers[seat], package):
        return 0.0
    return utility(table.values[seat], package)
