"""Days of stoppage, options found and payments as moves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from negotiation_sim.engine.table import Table
from negotiation_sim.story.finding import Found
from negotiation_sim.story.stoppage import StoppageDay, Toll

if TYPE_CHECKING:
    from negotiation_sim.story.recorded_model import RecordedModel


def stoppage_day(model: RecordedModel, at_dawn: Table) -> Iterator[StoppageDay]:
    """What the stoppage has cost so far, on the first round of a day without work."""
    case, days = model.setting.case, int(at_dawn.stoppage_days[0])
    if days == model.stoppage_days:
        return
    tolls = [
        Toll(
            party=role,
            cost=float(at_dawn.stoppage_paid[seat]),
            reservation=float(at_dawn.reservation[seat]),
            believed=float(at_dawn.perceived[seat]),
            fund_used=float(at_dawn.fund_used[seat]),
            fund=int(case.strike_fund[seat]),
        )
        for seat, role in enumerate(model.setting.roles)
    ]
    yield StoppageDay(round=model.rounds, days=days, tolls=tuple(tolls))


def options_found(model: RecordedModel, before: Table) -> Iterator[Found]:
    """Every option that somebody thought of in this phase, with what it would add for each side."""
    table = model.table
    for j in map(int, np.flatnonzero(table.options > before.options)):
        adds = {role: float(table.values[p, j, 1]) for p, role in enumerate(model.setting.roles)}
        yield Found(
            round=model.rounds,
            option=model.setting.issues[j],
            finder=model.names[int(table.finder[j])],
            adds=adds,
        )
