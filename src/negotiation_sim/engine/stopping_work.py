"""A day passes; where work has stopped it costs all sides, wears down what they have without a deal, and sobers."""

from __future__ import annotations

from typing import Any

from negotiation_sim.engine.clock import rounds_in_stage
from negotiation_sim.engine.rule_set import RuleSet
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule
from negotiation_sim.rules.ladder import alternative_after_day, sobered_by_day


@rule
def stop_work(case: Case, table: Table, argument: int) -> int:
    """A day of stoppage costs every side, wears down what it has without a deal, and shows what that is."""
    intensity = case.stage_intensity[table.stage[0]]
    table.stoppage_days[0] += 1.0
    for p in range(len(table.present)):
        loss = case.stoppage_loss[p]
        table.stoppage_paid[p] += case.stoppage_cost[p] * intensity
        table.fund_used[p] += intensity
        table.reservation[p] = alternative_after_day(table.reservation[p], loss, intensity)
        line = alternative_after_day(table.perceived[p], loss, intensity)
        table.perceived[p] = sobered_by_day(line, table.reservation[p], case.stoppage_learning, intensity)
    return 0


@rule
def begin_day(case: Case, table: Table, rules: RuleSet, room: Any) -> None:
    """At the first round of a day: one more day, and what it costs where work has stopped."""
    if case.rounds_per_day > 1 and (rounds_in_stage(table) - 1) % case.rounds_per_day != 0:
        return
    table.days[0] += 1.0
    if case.stage_intensity[table.stage[0]] > 0.0:
        rules.stop_work(room, 0)


@rule
def is_exhausted(case: Case, table: Table) -> bool:
    """Whether, at the end of a day, some side cannot bear another one."""
    if case.stage_intensity[table.stage[0]] <= 0.0 or rounds_in_stage(table) % case.rounds_per_day != 0:
        return False
    is_empty = False
    for p in range(len(table.present)):
        # Ten tenths of a day are a day.
        is_empty = is_empty or table.fund_used[p] > case.strike_fund[p] - 1e-9
    return is_empty
