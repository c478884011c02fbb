"""The second phase of a round as moves: talk about interests, the mediator's work, walking away."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from negotiation_sim.concepts import ACTIONS
from negotiation_sim.engine.clock import clock_at
from negotiation_sim.engine.leaving import best_prospect
from negotiation_sim.engine.mediating import works
from negotiation_sim.engine.seat import party_at, view_from
from negotiation_sim.engine.table import Table
from negotiation_sim.story.moves import Left, LineMoved, Mediated, Move, Talked, TrustMoved

if TYPE_CHECKING:
    from negotiation_sim.story.recorded_model import RecordedModel


def mediator_at_work(model: RecordedModel) -> Iterator[Mediated]:
    """What the mediator does in this round, if it does anything."""
    case, table = model.setting.case, model.table
    if works(case, table) and table.efforts.any():
        efforts = {action: float(effort) for action, effort in zip(ACTIONS, table.efforts, strict=True)}
        if table.hidden[0] == 0:
            del efforts["brainstorm"]  # there is nothing left to think of
        yield Mediated(round=model.rounds, efforts=efforts)


def views_exchanged(model: RecordedModel, before: Table) -> Iterator[Move]:
    """What each side said of its interests, what the mediator moved, and who left."""
    for seat in np.flatnonzero(before.present):
        if model.setting.case.direct_talk == 1:
            yield _talk(model, before, int(seat))
        yield from _moved_by_mediator(model, before, int(seat))
    yield from _leavers(model, before)


def _talk(model: RecordedModel, before: Table, seat: int) -> Talked:
    told, held_back, kept_from = [], [], []
    for other in np.flatnonzero(before.present):
        if other == seat:
            continue
        if model.table.disclosed[other, seat] > 0:
            told.append(model.names[other])
        elif _would_tell_if_trusting(model, seat, int(other)):
            held_back.append(model.names[other])
        else:
            kept_from.append(model.names[other])
    return Talked(
        round=model.rounds,
        party=model.names[seat],
        told=tuple(told),
        held_back=tuple(held_back),
        kept_from=tuple(kept_from),
    )


def _would_tell_if_trusting(model: RecordedModel, seat: int, other: int) -> bool:
    case, table = model.setting.case, model.table
    talk = model.setting.selection.talk[case.talk_code[seat]]
    view = view_from(case, table, seat, -1, clock_at(case, table, table.round_no[0]))
    trusting = view._replace(trust=np.ones_like(view.trust))
    return bool(talk(party_at(case, table, seat), trusting, other).items > 0)


def _moved_by_mediator(model: RecordedModel, before: Table, seat: int) -> Iterator[Move]:
    table, mediator = model.table, len(model.setting.roles)
    line, trust = float(before.perceived[seat]), float(before.trust[seat, mediator])
    if table.perceived[seat] != line:
        yield LineMoved(
            round=model.rounds,
            party=model.names[seat],
            before=line,
            after=float(table.perceived[seat]),
            true=float(table.reservation[seat]),
        )
    if table.trust[seat, mediator] != trust:
        yield TrustMoved(
            round=model.rounds,
            party=model.names[seat],
            other=model.names[mediator],
            before=trust,
            after=float(table.trust[seat, mediator]),
            cause="pressure",
        )


def _leavers(model: RecordedModel, before: Table) -> Iterator[Left]:
    case, table = model.setting.case, model.table
    there = before.present.copy()
    for seat in map(int, np.flatnonzero(before.present > table.present)):
        # Who stands up first is no hope any more to who comes after in the same round.
        prospect = best_prospect(case, table._replace(present=there), seat)
        there[seat] = 0
        yield Left(
            round=model.rounds,
            party=model.names[seat],
            believed=float(table.perceived[seat]),
            prospect=float(prospect) if math.isfinite(prospect) else None,
            hopeless_rounds=int(table.hopeless[seat]),
            stage=model.stages[int(table.stage[0])] if model.stages else None,
        )
