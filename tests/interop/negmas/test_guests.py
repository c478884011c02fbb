"""NegMAS' negotiators at our table; run by `python benchmarks/peers/compare.py --interop`."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("negmas", reason="NegMAS is no dependency: python benchmarks/peers/compare.py --interop")

from negmas.gb.common import ResponseType
from negmas.sao import AspirationNegotiator, NaiveTitForTatNegotiator, SAONegotiator

from negotiation_sim.interop.negmas import TableWithGuests

CURVES = ("boulware", "linear", "conceder")


def trace_of(model: TableWithGuests) -> list[tuple[int, int, tuple[int, ...]]]:
    names = list(model.host.negotiator_ids)
    return [(step, names.index(name), tuple(offer)) for step, name, offer in model.host.extended_trace]


@pytest.mark.parametrize("sides", [2, 3])
def test_their_aspiration_negotiators_make_the_offers_of_our_time_based(
    own_sides, setting_with, played, sides: int
) -> None:
    for seed in range(10):
        setting = setting_with(own_sides(sides, seed=seed), deadline=10 + 9 * seed)
        expected = played(setting)
        for seats in ({0}, {sides - 1}, set(range(sides))):
            guests = {f"side_{seat}": AspirationNegotiator(aspiration_type=CURVES[seat]) for seat in seats}
            model = TableWithGuests(setting, guests)
            model.run_model()
            assert trace_of(model) == expected.trace
            assert model.row()[:5].tolist() == expected.row()[:5].tolist()


class Careful(SAONegotiator):
    """Writes down what it is told, asks for its best, and does as it was bidden in a certain step."""

    def __init__(self, step: int = 99, answer: Any = None, offer: Any = None) -> None:
        super().__init__()
        self.step, self.answer, self.offer, self.told, self.ended = step, answer, offer, [], None

    def on_partner_proposal(self, state: Any, partner_id: str, offer: Any) -> None:
        self.told.append((state.step, self.nmi.negotiator_ids.index(partner_id), tuple(offer)))

    def on_negotiation_end(self, state: Any) -> None:
        self.ended = state

    def respond(self, state: Any, source: str | None = None) -> Any:
        self.heard, self.values = state.current_offer, self.ufun
        return self.answer if state.step == self.step and self.answer is not None else ResponseType.REJECT_OFFER

    def propose(self, state: Any, dest: str | None = None) -> Any:
        return self.offer if state.step == self.step else self.ufun.best()


def test_a_guest_is_told_every_offer_of_the_others_and_the_end(own_sides, setting_with) -> None:
    guest = Careful()
    model = TableWithGuests(setting_with(own_sides(3), deadline=6), {"side_1": guest})
    model.run_model()
    assert guest.told == [move for move in trace_of(model) if move[1] != 1]
    assert (guest.ended.timedout, guest.ended.agreement, guest.ended.step) == (True, None, 6)


def test_a_guest_is_told_of_the_deal(own_sides, setting_with) -> None:
    guest = Careful(3, ResponseType.ACCEPT_OFFER)
    model = TableWithGuests(setting_with(own_sides(2)), {"side_1": guest})
    model.run_model()
    assert guest.ended.agreement == tuple(model.table.offer.tolist()) == guest.heard
    assert not guest.ended.broken


@pytest.mark.parametrize(
    ("answer", "offer"),
    [(ResponseType.END_NEGOTIATION, None), (ResponseType.LEAVE, None), (None, None), (None, (0, 0, 0, 99))],
)
def test_a_guest_who_ends_leaves_or_has_no_offer_leaves_the_table(
    own_sides, setting_with, answer: Any, offer: Any
) -> None:
    guest = Careful(4, answer, offer)
    model = TableWithGuests(setting_with(own_sides(3)), {"side_1": guest})
    model.run_model()
    assert (model.ending, model.rounds) == ("walk_away", 5)
    assert guest.ended.broken


def test_a_guest_accepts_for_its_side(own_sides, setting_with) -> None:
    model = TableWithGuests(setting_with(own_sides(2)), {"side_1": Careful(3, ResponseType.ACCEPT_OFFER)})
    model.run_model()
    assert (model.ending, model.rounds, model.speaker) == ("agreement", 4, "side_0")


def test_a_guest_hears_what_its_side_hears(own_sides, setting_with) -> None:
    guest = Careful()
    model = TableWithGuests(setting_with(own_sides(2), communication={"quality": 0.2}), {"side_1": guest})
    differs = 0
    while model.running and model.rounds < 20:
        model.step()
        differs += guest.heard != tuple(model.table.last_offers[0].tolist())
    assert differs > 5


def test_a_text_worth_less_than_what_the_guest_heard_is_not_signed(own_sides, setting_with) -> None:
    setting = setting_with(own_sides(2), communication={"quality": 0.2})
    signed = set()
    for run in range(30):
        guest = Careful(0, ResponseType.ACCEPT_OFFER)
        model = TableWithGuests(setting, {"side_1": guest}, run=run)
        model.step()
        (_, written) = model.host.state.new_offers[0]
        signed.add(model.ending == "agreement")
        assert (model.ending == "agreement") == (guest.values(written) >= guest.values(guest.heard))
    assert signed == {True, False}


def test_other_negotiators_play_too(own_sides, setting_with) -> None:
    model = TableWithGuests(
        setting_with(own_sides(3, "interest_based")), {"side_0": NaiveTitForTatNegotiator(), "side_2": Careful()}
    )
    model.run_model()
    assert model.rounds == 20
    assert {seat for _, seat, _ in trace_of(model)} == {0, 1, 2}


def test_guests_who_cannot_play_are_refused_in_one_line(own_sides, setting_with) -> None:
    table = own_sides(2)
    with pytest.raises(ValueError, match="there is no party 'side1'; did you mean 'side_1'"):
        TableWithGuests(setting_with(table), {"side1": AspirationNegotiator()})
    with pytest.raises(ValueError, match="stacked_alternating_offers"):
        TableWithGuests(setting_with(table, protocol="alternating_offers"), {"side_1": AspirationNegotiator()})
    with pytest.raises(ValueError, match="side_1: the acceptance rule"):
        genius = [own._replace(strategy="genius_time_based") for own in table]
        TableWithGuests(setting_with(genius), {"side_1": AspirationNegotiator()})
    twice = AspirationNegotiator()
    with pytest.raises(ValueError, match="one negotiation at a time"):
        TableWithGuests(setting_with(table), {"side_0": twice, "side_1": twice})
