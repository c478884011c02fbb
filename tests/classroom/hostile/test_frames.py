"""Whatever one phone sends over its socket, the other people at the table notice nothing."""

from __future__ import annotations

import json
import random
import socket
from contextlib import closing
from typing import Any

import pytest
from classroom_server import SeatClient, sensible_move
from websockets.exceptions import ConnectionClosed

RANDOM = random.Random(20)
DEEP = "[" * 5000 + "]" * 5000
NOT_MESSAGES: dict[str, str | bytes] = {
    "empty": "",
    "garbage": "\x00\x01ÿ}{",
    "random bytes": RANDOM.randbytes(2000),
    "not UTF-8": b"\xff\xfe\xfd",
    "half of an object": '{"seq": 1, "action":',
    "deep lists": DEEP,
    "a deep action": '{"seq": 3, "action": ' + '{"do":' * 3000 + "1" + "}" * 3001,
    "a list": "[1, 2]",
    "null": "null",
    "a number": "1e400",
    "NaN": '{"seq": NaN, "action": {"do": "done"}}',
    "a huge number": '{"seq": ' + "9" * 5000 + ', "action": {"do": "done"}}',
    "no seq": '{"action": {"do": "done"}}',
    "a text as seq": '{"seq": "x", "action": {"do": "done"}}',
    "a negative seq": '{"seq": -5, "action": {"do": "nothing"}}',
    "no action": '{"seq": 7}',
    "a surrogate": '{"seq": 8, "action": {"do": "say", "to": null, "text": "\\ud800"}}',
    "a megabyte": json.dumps({"seq": 9, "action": {"do": "say", "to": None, "text": "x" * 1_000_000}}),
}
REFUSED: dict[str, Any] = {
    "unknown action": {"do": "win"},
    "no verb": {},
    "a list": [],
    "a text": "done",
    "an extra key": {"do": "done", "seat": "employers"},
    "forged seat": {"do": "offer", "package": {}, "seat": "employers"},
    "empty package": {"do": "offer", "package": {}},
    "unknown issue": {"do": "offer", "package": {"no_such_issue": 0}},
    "option out of range": {"do": "offer", "package": {"minimum_wage": 10**9}},
    "negative option": {"do": "offer", "package": {"minimum_wage": -1}},
    "option as text": {"do": "offer", "package": {"minimum_wage": "'; DROP TABLE events; --"}},
    "yes as text": {"do": "answer", "yes": "perhaps"},
    "too long words": {"do": "say", "to": None, "text": "x" * 281},
    "words to nobody known": {"do": "say", "to": "the press", "text": "psst"},
    "words to a list": {"do": "say", "to": ["employers"], "text": "psst"},
    "words that are no text": {"do": "say", "to": None, "text": {"$gt": ""}},
    "told of an unknown interest": {"do": "tell", "to": ["employers"], "interest": "world peace", "weight": "much"},
    "told with an unknown weight": {"do": "tell", "to": ["employers"], "interest": "income", "weight": 99},
    "told to nobody": {"do": "tell", "to": [], "interest": "income", "weight": "much"},
    "the trainer's start": {"do": "start"},
    "the trainer's close": {"do": "close"},
    "the trainer's pause": {"do": "pause"},
    "the system's sit": {"do": "sit", "seat": "employers"},
    "the system's release": {"do": "release", "seat": "employers"},
    "the system's agent_moves": {"do": "agent_moves", "seat": "employers"},
    "the system's step": {"do": "step"},
    "the mediator's efforts": {
        "do": "efforts", "open_channel": True, "caucus": True, "relay": True, "reality_test": True, "text": True,
        "keep_at_table": True, "brainstorm": True,
    },
}  # fmt: skip


def test_what_is_no_message_disturbs_nobody(room) -> None:
    for name, frame in NOT_MESSAGES.items():
        try:
            room.me.socket.send(frame)
        except ConnectionClosed:  # an answer too: the frame before was met by closing
            room.me.connect()
            room.me.socket.send(frame)
        room.in_peace(f"still here after {name}")
    room.me.connect()
    assert room.me.view()["me"]["role"] == "unions"
    assert room.me.send({"do": "say", "to": None, "text": "back again"}).get("ack")


@pytest.mark.parametrize("action", REFUSED.values(), ids=REFUSED.keys())
def test_a_wrong_action_is_refused_with_a_reason(room, action) -> None:
    before = len(room.log())
    answer = room.me.send(action)
    assert "refused" in answer, answer
    assert answer["why"], answer
    assert len(room.log()) == before
    room.in_peace("nothing happened")


def test_an_action_out_of_turn_is_refused(room) -> None:
    view = room.me.view()
    wrong = {"do": "sign", "yes": True} if view["my_move"] != "sign" else {"do": "done"}
    assert "refused" in room.me.send(wrong)
    room.in_peace("not yet")


def test_the_same_action_twice_is_done_once(room) -> None:
    words = "said once"
    for _ in range(3):
        assert room.me.send({"do": "say", "to": None, "text": words}, seq=77).get("ack") == 77
    assert sum(entry.get("text") == words for entry in room.log()) == 1


def test_a_replayed_number_from_the_past_is_not_done_again(room) -> None:
    for number in (10, 11, 12, 10, 11):
        room.me.send({"do": "say", "to": None, "text": f"number {number}"}, seq=number)
    said = [entry["text"] for entry in room.log() if entry["kind"] == "said"]
    assert said == ["number 10", "number 11", "number 12"]


def test_a_new_page_may_count_from_anywhere(room) -> None:
    """After a reload a page begins with another number, perhaps a lower one."""
    for number in (10**9, 5):
        assert (
            room.me.send({"do": "say", "to": None, "text": f"counted from {number}"}, seq=number).get("ack") == number
        )
    said = [entry["text"] for entry in room.log() if entry["kind"] == "said"]
    assert said == ["counted from 1000000000", "counted from 5"]


def test_two_tabs_of_one_seat_see_the_same_and_move_once(room) -> None:
    second = SeatClient(room.server, "Dana")
    second.http.cookies = room.me.http.cookies
    second.table = room.table
    with closing(second):
        second.connect()
        assert room.me.send({"do": "say", "to": None, "text": "from the first tab"}).get("ack")
        while "from the first tab" not in str((view := second.view())["log"]):
            pass
        assert view["me"]["role"] == "unions"
        move = sensible_move(view)
        if move is not None:  # two fingers on two devices: the second finds it done
            answers = [room.me.send(move, seq=500), second.send(move, seq=501)]
            assert "ack" in answers[0], answers
            assert "refused" in answers[1], answers
        room.in_peace("both at once")


def test_a_reader_who_reads_nothing_holds_nobody_up(room) -> None:
    """The phone's socket is open, its buffer small, and it is never read."""
    slow = SeatClient(room.server, "Asleep")
    assert slow.join(room.code, "observer", room.table).is_success
    with closing(slow), socket.socket() as asleep:
        asleep.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        asleep.connect(("127.0.0.1", room.server.port))
        cookie = slow.cookie_header()["Cookie"]
        asleep.sendall(
            f"GET /ws/t/{room.table} HTTP/1.1\r\nHost: {room.server.host}\r\nOrigin: {room.server.url}\r\n"
            f"Cookie: {cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        assert b" 101 " in asleep.recv(100)
        for number in range(18):  # each below the rate at which somebody is told to wait
            for seat in (room.me, room.other):
                answer = seat.send({"do": "say", "to": None, "text": f"{number} " + "x" * 270})
                assert "ack" in answer, (number, answer)
    room.in_peace("the others are awake")


def test_a_flood_from_one_seat_leaves_the_others_their_turn(room) -> None:
    for number in range(2000):
        try:
            room.me.socket.send(
                json.dumps({"seq": 10_000 + number, "action": {"do": "say", "to": None, "text": "spam"}})
            )
        except ConnectionClosed:
            break
    room.in_peace("a word between")
