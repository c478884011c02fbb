"""What a package is worth to a side at the table."""

from __future__ import annotations

from negotiation_sim.concepts import Ints
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule
from negotiation_sim.rules.preferences import conditional_utility, utility


@rule
def worth_of(case: Case, table: Table, seat: int, package: Ints) -> float:
    """The utility of a package to a side, in [0, 1], with the conditions of its own value table."""
    if case.conditions.shape[1] == 0:
        return utility(table.values[seat], package)
    conditions, issue_of = case.conditions[seat], case.condition_issue[seat]
    return conditional_utility(table.values[seat], conditions, issue_of, case.own_nothing[seat], package)
