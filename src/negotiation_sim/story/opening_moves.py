"""The table before the first word as moves: the frame, each side's private cards, and the climb to the first stage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from negotiation_sim.story.home_moves import homes
from negotiation_sim.story.moves import Move, Opened, Seated
from negotiation_sim.story.remembered import remember
from negotiation_sim.story.stage_moves import climbed

if TYPE_CHECKING:
    from negotiation_sim.scenario import Scenario
    from negotiation_sim.story.recorded_model import RecordedModel


def opening(scenario: Scenario, model: RecordedModel) -> Iterator[Move]:
    """The frame, every side in its order, who stands behind them, and the stage with which talks begin."""
    case, table = model.setting.case, model.table
    yield Opened(
        round=0,
        parties=model.setting.roles,
        issues=tuple(model.known_part(table.offer)),
        deadline=case.deadline,
        needed=int(table.needed[0]),
        quality=scenario.communication.quality,
        style=scenario.mediator.style,
        skill=case.skill,
        stages=model.stages,
    )
    for seat, role in enumerate(model.setting.roles):
        importance = dict(zip(scenario.interests, map(float, table.importance[seat]), strict=True))
        yield Seated(
            round=0,
            party=role,
            strategy=scenario.party(role).strategy,
            importance=dict(sorted(importance.items(), key=lambda item: -item[1])),
            reservation=float(table.reservation[seat]),
            believed=float(table.perceived[seat]),
        )
    yield from homes(model)
    at_first = remember(table)
    at_first.trust[:, : len(model.setting.roles)] = case.trust[:, None]
    yield from climbed(model, at_first, 0)
