"""What a side demands: by its concession rule, as far as its negotiators may give way."""

from __future__ import annotations

from typing import Any

from negotiation_sim.engine.rule_set import RuleSet
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule
from negotiation_sim.rules.ladder import held_to_mandate


@rule
def revise_demand(case: Case, table: Table, rules: RuleSet, room: Any, seat: int, source: int, clock: float) -> None:
    """Set the side's aspiration for a time, after hearing `source` (-1: nothing new)."""
    aspiration = rules.concession[case.concession_code[seat]](room, seat, source, clock)
    authority = case.stage_authority[table.stage[0], seat]
    table.aspiration[seat] = held_to_mandate(aspiration, table.perceived[seat], authority)
