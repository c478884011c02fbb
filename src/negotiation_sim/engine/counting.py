"""How many say yes."""

from __future__ import annotations

from negotiation_sim.concepts import YES
from negotiation_sim.engine.table import Table
from negotiation_sim.rule import rule


@rule
def count_yes(table: Table) -> int:
    """How many sides say yes at present."""
    yes = 0
    for p in range(len(table.present)):
        if table.answers[p] == YES:
            yes += 1
    return yes
