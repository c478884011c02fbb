"""The ladder: which stage comes next, who comes to it, and what ends the talks. Plain talks are one stage."""

from __future__ import annotations

from negotiation_sim.concepts import DEADLINE, TALKING, WALK_AWAY
from negotiation_sim.draws import LEGAL_SLIP, uniform
from negotiation_sim.engine.arbitrating import decide
from negotiation_sim.engine.clock import start_of
from negotiation_sim.engine.ratifying import backing_of_call
from negotiation_sim.engine.settling_in_part import settle_in_part
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule
from negotiation_sim.rules.ladder import comes
from negotiation_sim.rules.trust import after_breach


@rule
def _threat(case: Case, stage: int, seat: int) -> float:
    """What the next stoppage that others may call could cost a side, in utility, as far as they know how to call it."""
    ahead = case.stage_evaded[stage]
    while ahead >= 0:
        stops_work = case.stage_intensity[ahead] > 0.0 and case.stage_banned[ahead] == 0
        if stops_work and case.stage_caller[ahead] != seat:
            days = case.stage_rounds[ahead] / case.rounds_per_day
            cost = case.stoppage_cost[seat] * case.stage_intensity[ahead] * days
            return cost * case.legal_awareness[case.stage_caller[ahead]]
        ahead = case.stage_next[ahead]
    return 0.0


@rule
def _all_come(case: Case, table: Table, stage: int) -> bool:
    """Whether every side that has a seat comes; the others trust one that does not come less."""
    attended = True
    for p in range(len(table.present)):
        if case.stage_seats[stage, p] == 0 or table.reluctance[p] <= 0.0:
            continue
        threat = _threat(case, stage, p)
        if not comes(table.reluctance[p], case.stage_pull[stage], case.legal_awareness[p], threat):
            table.refused[stage, p] = 1
            attended = False
            for q in range(len(table.present)):
                if q != p:
                    table.trust[q, p] = after_breach(table.trust[q, p], case.trust_loss[q])
    return attended


@rule
def _is_called(case: Case, table: Table, stage: int) -> bool:
    """Whether the side that may call the stoppage does: without members always, with members by their vote."""
    backing = backing_of_call(case, table, case.stage_caller[stage], case.stage_majority[stage])
    table.called[stage] = backing if backing >= 0.0 else -1.0 - backing
    return backing >= 0.0


@rule
def _begin(case: Case, table: Table, stage: int) -> None:
    table.stage[0] = stage
    table.stage_began[0] = table.round_no[0] + 1
    table.stage_limit[0] = case.stage_rounds[stage]
    table.needed[0] = case.stage_needed[stage]
    table.mediator_sits[0] = case.stage_mediator[stage]
    table.days[0] += case.stage_preparation[stage]
    table.channel[0] = -1.0  # clarity is worked out anew
    table.unlawful[0] = 0
    for p in range(len(table.present)):
        table.present[p] = case.stage_seats[stage, p]
        table.hopeless[p] = 0
    if case.stage_intensity[stage] > 0.0:
        caller = case.stage_caller[stage]
        if uniform(start_of(table), caller, LEGAL_SLIP, stage) >= case.legal_awareness[caller]:
            table.unlawful[0] = 1
            table.stage_limit[0] = case.rounds_per_day


@rule
def climb(case: Case, table: Table, stage: int) -> bool:
    """Begin this stage or the first after it that is allowed, called and attended; False where there is none."""
    while stage >= 0:
        stops_work = case.stage_intensity[stage] > 0.0
        if case.stage_banned[stage] == 1 or (stops_work and not _is_called(case, table, stage)):
            stage = case.stage_next[stage]
        elif not stops_work and not _all_come(case, table, stage):
            table.days[0] += case.stage_preparation[stage] + case.stage_rounds[stage] / case.rounds_per_day
            stage = case.stage_evaded[stage]
        else:
            _begin(case, table, stage)
            return True
    return False


@rule
def _clear(case: Case, table: Table) -> None:
    """Before the first stage: no day has passed, nobody has refused or been asked."""
    table.round_no[0] = -1
    table.stage[0] = 0
    table.stage_began[0] = 0
    table.days[0] = 0.0
    table.stoppage_days[0] = 0.0
    table.unlawful[0] = 0
    for stage in range(len(case.stage_rounds)):
        table.called[stage] = -1.0
        for p in range(len(table.present)):
            table.refused[stage, p] = 0
    for p in range(len(table.present)):
        table.present[p] = 0
        table.stoppage_paid[p] = 0.0
        table.fund_used[p] = 0.0


@rule
def has_walked_away(table: Table) -> bool:
    """Whether too few are left at the table for a deal."""
    present = 0
    for p in range(len(table.present)):
        present += table.present[p]
    return present < table.needed[0]


@rule
def plain_talks(case: Case, table: Table, over: int) -> int:
    """Talks without a ladder: `over` -1 opens them; otherwise they are over without a deal."""
    if over < 0:
        _clear(case, table)
        _begin(case, table, 0)
        table.round_no[0] = 0
    else:
        table.ending[0] = WALK_AWAY if has_walked_away(table) else DEADLINE
    return 0


@rule
def climb_on(case: Case, table: Table, over: int) -> int:
    """Stage `over` is over without a deal (-1: talks open): its award, the next stage, or the end.

    Where nobody ever comes, the talks end before the first round.
    """
    if over < 0:
        _clear(case, table)
        if climb(case, table, 0):
            table.round_no[0] = 0
        else:
            table.ending[0] = DEADLINE
        return 0
    walked_away = has_walked_away(table)
    if case.stage_award[over] > 0:
        decide(case, table, over)
    if table.ending[0] != TALKING or climb(case, table, case.stage_next[over]):
        return 0
    if walked_away:
        table.ending[0] = WALK_AWAY
    elif case.partial == 1:
        settle_in_part(case, table)
    else:
        table.ending[0] = DEADLINE
    return 0
