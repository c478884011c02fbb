"""The term of what was signed, and the next talks of a series, as moves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from negotiation_sim.engine.after_signing import live_under_agreement
from negotiation_sim.engine.table import Table
from negotiation_sim.story.moves import Move
from negotiation_sim.story.remembered import remember
from negotiation_sim.story.series import NextTalks, Term
from negotiation_sim.story.stage_moves import climbed

if TYPE_CHECKING:
    from negotiation_sim.story.recorded_model import RecordedModel


def term_of(model: RecordedModel) -> Term | None:
    """The term of what was signed or awarded, None where there is none; it is lived through on a copy."""
    later, term = remember(model.table), model.written.term
    live_under_agreement(model.setting.case, later, 0)
    if term is None or later.checked[0] == 0:
        return None
    return Term(
        months=term.months,
        monitored=term.monitoring,
        kept=int(later.kept[0]),
        broken=int(later.checked[0] - later.kept[0]),
        trust_before=_trust_in_each(model, model.table),
        trust=_trust_in_each(model, later),
    )


def next_talks(model: RecordedModel) -> Iterator[Move]:
    """The frame of the talks that have just been dealt, and the stage with which they begin."""
    roles, at_first = model.setting.roles, remember(model.table)
    at_first.trust[:] = model.table.carried_trust
    yield NextTalks(
        round=0,
        number=int(model.table.agreement[0]) + 1,
        total=model.setting.case.agreements,
        trust=_trust_in_each(model, at_first),
        reservation=dict(zip(roles, map(float, model.table.reservation), strict=True)),
    )
    yield from climbed(model, at_first, 0)


def _trust_in_each(model: RecordedModel, table: Table) -> dict[str, float]:
    """How far the others trust each side, in the mean."""
    sides = range(len(model.setting.roles))
    return {
        role: float(sum(table.trust[other, seat] for other in sides if other != seat) / (len(sides) - 1))
        for seat, role in enumerate(model.setting.roles)
    }
