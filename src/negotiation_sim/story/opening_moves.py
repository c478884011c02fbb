"""The table before the first word as moves: the frame of the talks, and each side's private cards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from negotiation_sim.story.moves import Move, Opened, Seated

if TYPE_CHECKING:
    from negotiation_sim.scenario import Scenario
    from negotiation_sim.story.recorded_model import RecordedModel


def opening(scenario: Scenario, model: RecordedModel) -> Iterator[Move]:
    """The frame, then every side in its order."""
    case, table = model.setting.case, model.table
    yield Opened(
        round=0,
        parties=model.setting.roles,
        issues=model.setting.issues,
        deadline=case.deadline,
        needed=case.needed,
        quality=scenario.communication.quality,
        style=scenario.mediator.style,
        skill=case.skill,
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
