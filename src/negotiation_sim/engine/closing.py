"""The end of a round: the next one, or the end of the stage."""

from __future__ import annotations

from typing import Any

from negotiation_sim.concepts import TALKING
from negotiation_sim.engine.climbing import has_walked_away
from negotiation_sim.engine.clock import rounds_in_stage
from negotiation_sim.engine.rule_set import RuleSet
from negotiation_sim.engine.stopping_work import is_exhausted
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule


@rule
def close_round(case: Case, table: Table, rules: RuleSet, room: Any) -> None:
    """The next round, unless the stage ends: the quota is out of reach, its time is over, or a strike fund is empty."""
    if table.ending[0] != TALKING:
        return
    is_over = rounds_in_stage(table) >= table.stage_limit[0] or is_exhausted(case, table)
    if is_over or has_walked_away(table):
        rules.climb(room, table.stage[0])
    if table.ending[0] == TALKING:
        table.round_no[0] += 1
