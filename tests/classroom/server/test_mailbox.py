"""What waits for a slow reader is bounded, and of the views only the newest."""

import asyncio
import json

import pytest

from negotiation_sim.classroom.server import mailbox as module
from negotiation_sim.classroom.server.mailbox import GONE, MOST_ANSWERS, Mailbox
from negotiation_sim.classroom.server.picture import Picture


class Reader:
    """A browser that reads when it is told to."""

    def __init__(self):
        self.may_read = asyncio.Event()
        self.texts, self.closed = [], None

    async def send_text(self, text):
        await self.may_read.wait()
        self.texts.append(json.loads(text))

    async def close(self, code):
        self.closed = code


async def until(condition):
    while not condition():
        await asyncio.sleep(0)


def test_a_view_that_was_not_read_is_replaced_by_the_newest():
    async def story():
        reader = Reader()
        box = Mailbox(reader)
        sending = asyncio.ensure_future(box.send_all())
        box.show("0")
        await asyncio.sleep(0)
        for number in range(1, 1000):
            box.show(str(number))
        box.answer({"ack": 1})
        reader.may_read.set()
        box.close(4410)
        await asyncio.wait_for(sending, 5)
        return reader

    reader = asyncio.run(story())
    assert reader.texts == [{"ack": 1}, 999] or reader.texts == [0, {"ack": 1}, 999]
    assert reader.closed == 4410


def test_answers_that_nobody_reads_end_the_socket():
    async def story():
        reader = Reader()
        box = Mailbox(reader)
        for number in range(MOST_ANSWERS + 1):
            box.answer({"ack": number})
        reader.may_read.set()
        await asyncio.wait_for(box.send_all(), 5)
        return reader

    reader = asyncio.run(story())
    assert len(reader.texts) == MOST_ANSWERS
    assert reader.closed == GONE


def test_who_does_not_read_is_let_go(monkeypatch):
    monkeypatch.setattr(module, "SLOWEST", 0.01)

    async def story():
        reader = Reader()
        box = Mailbox(reader)
        box.show("1")
        await asyncio.wait_for(box.send_all(), 5)
        return reader

    assert asyncio.run(story()).closed == GONE


def test_a_page_that_reads_slowly_or_lost_track_is_brought_to_the_newest_picture():
    async def story():
        log = [(n, json.dumps({"n": n})) for n in range(1, 4)]
        pictures = [Picture({"round": str(n)}, log, n) for n in range(1, 4)]
        reader = Reader()
        reader.may_read.set()
        box = Mailbox(reader)
        sending = asyncio.ensure_future(box.send_all())
        box.show(pictures[0])
        await until(lambda: reader.texts)
        box.show(pictures[1])  # never sent
        box.show(pictures[2])
        await until(lambda: len(reader.texts) == 2)
        box.show_again()
        box.close(1000)
        await asyncio.wait_for(sending, 5)
        return reader.texts

    assert asyncio.run(story()) == [
        {"view": {"round": 1, "log": [{"n": 1}]}, "frame": 1},
        {"change": {"round": 3}, "log": [{"n": 2}, {"n": 3}], "frame": 2},
        {"view": {"round": 3, "log": [{"n": 1}, {"n": 2}, {"n": 3}]}, "frame": 3},
    ]


@pytest.mark.parametrize("waits", [True, False])
def test_a_closed_box_ends_whether_or_not_something_waits(waits):
    async def story():
        reader = Reader()
        reader.may_read.set()
        box = Mailbox(reader)
        if waits:
            box.show("1")
        sending = asyncio.ensure_future(box.send_all())
        await asyncio.sleep(0)
        box.close(1000)
        await asyncio.wait_for(sending, 5)
        return reader

    reader = asyncio.run(story())
    assert (reader.closed, reader.texts) == (1000, [1] if waits else [])
