"""The award at the end of a stage as a move."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from negotiation_sim.concepts import AWARD, AWARDS
from negotiation_sim.engine.arbitrating import decide
from negotiation_sim.engine.table import Table
from negotiation_sim.engine.worth import worth_of
from negotiation_sim.story.award import Awarded
from negotiation_sim.story.remembered import remember

if TYPE_CHECKING:
    from negotiation_sim.story.recorded_model import RecordedModel


def awards(model: RecordedModel, before: Table) -> Iterator[Awarded]:
    """What was decided at the end of the stage that `before` was in, if anything was.

    It is decided once more on a copy, since what came after may have taken the package off the table.
    """
    case, stage = model.setting.case, int(before.stage[0])
    if case.stage_award[stage] == 0:
        return
    decided = remember(before)
    decide(case, decided, stage)
    worth = {role: float(worth_of(case, decided, p, decided.offer)) for p, role in enumerate(model.setting.roles)}
    award = AWARDS[int(case.stage_award[stage])]
    yield Awarded(
        round=model.told_round,
        stage=model.stages[stage],
        award=award,
        chosen=_author(model, decided) if award == "final_offer" else None,
        package=model.known_part(decided.offer),
        worth=worth,
        enforcement=float(case.stage_enforcement[stage]),
        refused_by=() if decided.ending[0] == AWARD else _refusing(model, decided, stage),
    )


def _author(model: RecordedModel, decided: Table) -> str | None:
    for seat in map(int, np.flatnonzero(decided.present)):
        if decided.offered[seat] == 1 and np.array_equal(decided.last_offers[seat], decided.offer):
            return model.names[seat]
    return None


def _refusing(model: RecordedModel, decided: Table, stage: int) -> tuple[str, ...]:
    """Who finds the award further below its line than it puts up with."""
    least = decided.perceived - model.setting.case.stage_enforcement[stage]
    return tuple(
        model.names[seat]
        for seat in map(int, np.flatnonzero(decided.present))
        if worth_of(model.setting.case, decided, seat, decided.offer) < least[seat]
    )
