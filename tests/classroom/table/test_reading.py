"""The log that a reader has read bit by bit is the one that it would read at once."""

import pytest

from negotiation_sim.classroom.table import PlayedTable
from negotiation_sim.classroom.table.reading import TRAINER, Reading

READERS = ("unions", "mediator", "observer", TRAINER)


def rounds(table: PlayedTable, count: int):
    """Events of some rounds at which people sit, one by one."""
    while table.model.rounds <= count and not table.ended:
        yield table.apply({"do": "say", "seat": "unions", "to": "mediator", "text": "between us"})
        yield table.apply({"do": "agent_moves", "seat": table.awaited[0]})


@pytest.mark.parametrize("reader", READERS)
def test_reading_bit_by_bit_gives_what_reading_at_once_gives(reader, opened) -> None:
    table = opened("government", "employers", "unions", "mediator")
    bit_by_bit = Reading(table, reader, "en")
    for _ in rounds(table, 3):
        assert bit_by_bit.log() == Reading(table, reader, "en").log()
    assert len(bit_by_bit.log()) > 10


def test_what_was_read_stays_where_it_is(opened) -> None:
    """Pictures of a view hold how far a reader had read, so nothing may come in between."""
    table = opened("government", "employers", "unions", "mediator")
    reading = Reading(table, "observer", "en")
    before: list[dict[str, object]] = []
    out_of_order = 0
    for _ in rounds(table, 3):
        now = list(reading.on())
        assert now[: len(before)] == before
        out_of_order += any(one["n"] > other["n"] for one, other in zip(now, now[1:], strict=False))
        before = now
    assert out_of_order, "no offer was withheld while words were said"
