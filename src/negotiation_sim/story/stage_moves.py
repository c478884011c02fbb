"""The climb from stage to stage as moves, read off the table after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from negotiation_sim.concepts import TALKING
from negotiation_sim.engine.stopping_work import is_exhausted
from negotiation_sim.engine.table import Table
from negotiation_sim.rules.ladder import held_to_mandate
from negotiation_sim.scenario import text_in
from negotiation_sim.story.award_moves import awards
from negotiation_sim.story.home_moves import trust_lost
from negotiation_sim.story.moves import Move
from negotiation_sim.story.stages import Evaded, HeldBack, StageBegan, StageEnded, StagePassed

if TYPE_CHECKING:
    from negotiation_sim.story.recorded_model import RecordedModel


def stage_closed(model: RecordedModel, before: Table) -> Iterator[Move]:
    """What ended the stage, the award if there is one, and the climb to what comes next; nothing while it lasts."""
    table, stage = model.table, int(before.stage[0])
    if model.written.ladder is None or before.ending[0] != TALKING:
        return
    if table.ending[0] == TALKING and table.stage[0] == stage:
        return
    yield _ended(model, before)
    yield from awards(model, before)
    if model.ending != "award":
        yield from climbed(model, before, int(model.setting.case.stage_next[stage]))


def climbed(model: RecordedModel, before: Table, stage: int) -> Iterator[Move]:
    """From this stage on: what was passed over, who stayed away, and the stage that then began, if one did."""
    case, table = model.setting.case, model.table
    if model.written.ladder is None:
        return
    reached = int(table.stage[0]) if table.ending[0] == TALKING else -1
    away: list[int] = []
    while stage not in (-1, reached):
        if case.stage_banned[stage] == 1 or case.stage_intensity[stage] > 0.0:
            yield _passed(model, stage)
            stage = int(case.stage_next[stage])
        else:
            refusing = [int(seat) for seat in np.flatnonzero(table.refused[stage])]
            yield from (_evaded(model, stage, seat) for seat in refusing)
            away += refusing
            stage = int(case.stage_evaded[stage])
    for seat in dict.fromkeys(away):
        yield from trust_lost(model, before, seat, "evasion")
    if stage >= 0:
        yield _began(model, stage)


def newly_held_back(model: RecordedModel, before: Table) -> Iterator[HeldBack]:
    """Whose demand has come down as far as its negotiators may go in this stage."""
    case, table = model.setting.case, model.table
    for seat in map(int, np.flatnonzero(table.present)):
        authority = float(case.stage_authority[table.stage[0], seat])
        least = held_to_mandate(0.0, before.perceived[seat], authority)
        if authority < 1.0 and table.aspiration[seat] == least and seat not in model.held_back:
            model.held_back.add(seat)
            yield HeldBack(round=model.rounds, party=model.names[seat], authority=authority, demand=float(least))


def _ended(model: RecordedModel, before: Table) -> StageEnded:
    case = model.setting.case
    reason, parties = "time", []
    if before.present.sum() < before.needed[0]:
        reason, parties = "walk_away", model.left
    elif before.unlawful[0] == 1:
        reason = "court"
    elif is_exhausted(case, before):
        empty = before.fund_used >= case.strike_fund
        reason, parties = "exhausted", [model.names[seat] for seat in np.flatnonzero(empty)]
    return StageEnded(
        round=model.told_round, stage=model.stages[int(before.stage[0])], reason=reason, parties=tuple(parties)
    )


def _passed(model: RecordedModel, stage: int) -> StagePassed:
    case, ruled_out = model.setting.case, model.setting.case.stage_banned[stage] == 1
    return StagePassed(
        round=model.told_round,
        stage=model.stages[stage],
        number=stage + 1,
        caller=None if ruled_out else model.names[case.stage_caller[stage]],
        backing=None if ruled_out else float(model.table.called[stage]),
        majority=float(case.stage_majority[stage]),
    )


def _evaded(model: RecordedModel, stage: int, seat: int) -> Evaded:
    return Evaded(
        round=model.told_round,
        stage=model.stages[stage],
        party=model.names[seat],
        limit=model.as_written(stage).limit,
        reluctance=float(model.table.reluctance[seat]),
    )


def _began(model: RecordedModel, stage: int) -> StageBegan:
    case, table, written = model.setting.case, model.table, model.as_written(stage)
    seats = [int(seat) for seat in np.flatnonzero(case.stage_seats[stage])]
    caller = int(case.stage_caller[stage])
    authority = {model.names[seat]: float(case.stage_authority[stage, seat]) for seat in seats}
    return StageBegan(
        round=model.told_round,
        stage=model.stages[stage],
        number=stage + 1,
        day=int(table.days[0]) + 1,
        source=text_in(written.source, "en") if written.source else "",
        limit=written.limit,
        preparation=written.preparation,
        rounds=int(case.stage_rounds[stage]),
        seats=tuple(model.names[seat] for seat in seats),
        needed=int(case.stage_needed[stage]),
        works=bool(case.stage_mediator[stage]) if case.skill > 0.0 else None,
        clarity=float(case.stage_clarity[stage]),
        authority={role: share for role, share in authority.items() if share < 1.0},
        stoppage=written.stoppage,
        intensity=float(case.stage_intensity[stage]),
        caller=model.names[caller] if caller >= 0 else None,
        backing=float(table.called[stage]) if caller >= 0 and case.members[caller] > 0 else None,
        award=written.award,
        enforcement=float(case.stage_enforcement[stage]),
    )
