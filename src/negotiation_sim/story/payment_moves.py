"""Payments of a guarantor as a move: who would not have signed the offer as written without them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from negotiation_sim.concepts import VOTED_DOWN, YES
from negotiation_sim.engine.clock import clock_at
from negotiation_sim.engine.worth import worth_of
from negotiation_sim.story.finding import Paid

if TYPE_CHECKING:
    from negotiation_sim.story.recorded_model import RecordedModel


def payments(model: RecordedModel) -> Iterator[Paid]:
    """What was added to the offer on the table, if anything was; members may still have turned the deal down."""
    case, table = model.setting.case, model.table
    paid = {
        role: float(table.aspiration[seat] - worth_of(case, table, seat, table.offer))
        for seat, role in enumerate(model.setting.roles)
        if is_paid(model, seat)
    }
    if paid:
        price = float(case.payment_price * sum(paid.values()))
        yield Paid(round=model.rounds, payer=model.names[case.payer], payments=paid, price=price)


def is_paid(model: RecordedModel, seat: int) -> bool:
    """Whether this side signs only because a payment tops the offer up: as written it would not have."""
    case, table = model.setting.case, model.table
    signs = int(table.answers[seat]) in (YES, VOTED_DOWN)
    if case.payer < 0 or not signs or seat == table.speaker[0]:
        return False
    return not would_accept(model, seat, float(worth_of(case, table, seat, table.offer)))


def would_accept(model: RecordedModel, seat: int, worth: float) -> bool:
    """Whether this side would say yes now to an offer that seems worth so much."""
    case, table, rules, room = model.at_the_table
    accept = rules.acceptance[case.acceptance_code[seat]]
    later = clock_at(case, table, table.round_no[0] + 1)
    return bool(accept(room, seat, int(table.speaker[0]), later, worth) == 1)
