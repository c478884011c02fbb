"""A full room at once: how long until the others see what one did, what the server needs, and that nothing is lost.

    python benchmarks/classroom_load.py [--seats 100] [--tables 30] [--seconds 120] [--pace 1] [--flood]

Every seat is a socket of its own and acts about every `--pace` seconds: the move that the table waits for, or a few
words to all. The time is taken from the sending of words until each other socket of that table holds them. Afterwards
the database is read: every action that was acknowledged must be there, once. With `--flood`, one more seat sends
words as fast as its socket takes them. All goes to 127.0.0.1.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sqlite3
import tempfile
import time
from collections import Counter
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2 as httpx
import numpy as np
from classroom_frames import Page
from classroom_server import Json, ServerProcess, Trainer, classroom, own_address, sensible_move, tables_of
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

ROLES = ("unions", "employers", "government", "mediator")


@dataclass
class Room:
    """What is known of the words on their way."""

    sent: dict[str, float] = field(default_factory=dict)
    arrivals: list[float] = field(default_factory=list)
    acknowledgements: list[float] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    moves: int = 0
    received: int = 0
    lost_sockets: int = 0


@dataclass
class LoadSeat:
    """One socket: it reads all the time and acts at its own pace."""

    number: int
    table: str
    role: str
    cookie: str
    room: Room
    socket: ClientConnection | None = None
    page: Page = field(default_factory=Page)
    seq: int = 0
    waiting: dict[int, tuple[float, str]] = field(default_factory=dict)
    mates: list[LoadSeat] = field(default_factory=list)
    due: dict[str, float] = field(default_factory=dict)

    async def open(self, server: ServerProcess, stack: AsyncExitStack) -> None:
        address, headers = f"ws://{server.host}/ws/t/{self.table}", {"Cookie": self.cookie}
        origin: Any = server.url
        opening = connect(address, additional_headers=headers, origin=origin, proxy=None, max_size=None)
        self.socket = await stack.enter_async_context(opening)

    async def read(self) -> None:
        assert self.socket is not None
        try:
            async for frame in self.socket:
                self.take(str(frame), time.perf_counter())
        except ConnectionClosed:
            pass
        self.room.lost_sockets += 1

    def take(self, frame: str, now: float) -> None:
        self.room.received += len(frame)
        if frame.startswith('{"ack"') or frame.startswith('{"refused"'):
            answer = json.loads(frame)
            sent, words = self.waiting.pop(answer.get("ack", answer.get("refused")), (now, ""))
            if "ack" in answer:
                self.room.acknowledgements.append(now - sent)
                if words:
                    self.room.acknowledged.append(words)
                else:
                    self.room.moves += 1
            else:
                self.room.refused[answer["why"]] += 1
                for mate in self.mates:
                    mate.due.pop(words, None)
            return
        for words in [words for words in self.due if words in frame]:
            self.room.arrivals.append(now - self.due.pop(words))
        self.page.follow(frame)

    async def act(self, until: float, pace: float, choices: random.Random) -> None:
        assert self.socket is not None
        await asyncio.sleep(choices.uniform(0, pace))
        while time.perf_counter() < until:
            move = unyielding_move(self.page.view) if self.page.view and self.seq % 3 == 0 else None
            words = "" if move else f"w{self.number}x{self.seq}x"
            action = move or {"do": "say", "to": None, "text": words}
            self.seq += 1
            now = time.perf_counter()
            self.waiting[self.seq] = (now, words)
            if words:
                for mate in self.mates:
                    mate.due[words] = now
            try:
                await self.socket.send(json.dumps({"seq": self.seq, "action": action}))
            except ConnectionClosed:
                return
            await asyncio.sleep(choices.uniform(0.5, 1.5) * pace)


def unyielding_move(view: Json) -> Json | None:
    """A sensible move, but always no: tables that agree would have nothing more to say."""
    move = sensible_move(view)
    return move | {"yes": False} if move and "yes" in move else move


async def look_on(server: ServerProcess, path: str, cookie: str) -> None:
    """The trainer's grid and the projector, which hear of every change."""
    address = f"ws://{server.host}{path}"
    headers = {"Cookie": cookie}
    origin: Any = server.url
    async with connect(address, additional_headers=headers, origin=origin, proxy=None, max_size=None) as socket:
        async for _ in socket:
            pass


async def flood(seat: LoadSeat, until: float) -> int:
    """Words without a pause, and nothing read."""
    assert seat.socket is not None
    count = 0
    try:
        while time.perf_counter() < until:
            await seat.socket.send(json.dumps({"seq": count, "action": {"do": "say", "to": None, "text": f"f{count}"}}))
            count += 1
            if count % 50 == 0:
                await asyncio.sleep(0)
    except ConnectionClosed:
        pass
    return count


def take_seats(server: ServerProcess, code: str, tables: list[str], wanted: int, room: Room) -> list[LoadSeat]:
    """Join, one after the other as a class comes in; each role of each table in turn."""
    seats: list[LoadSeat] = []
    places = [(table, role) for role in ROLES for table in tables][:wanted]
    for number, (table, role) in enumerate(places):
        with httpx.Client(base_url=server.url, headers={"Origin": server.url}, transport=own_address()) as phone:
            body = {"code": code, "name": f"seat {number}", "role": role, "table": table}
            phone.post("/api/join", json=body).raise_for_status()
            cookie = "; ".join(f"{name}={value}" for name, value in phone.cookies.items())
        seats.append(LoadSeat(number, table, role, cookie, room))
    for seat in seats:
        seat.mates = [mate for mate in seats if mate.table == seat.table and mate is not seat]
    return seats


def logged_words(database: Path) -> Counter[str]:
    """How often each word of ours stands in the log."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        events = [json.loads(event) for (event,) in connection.execute("select event from events")]
    return Counter(event["text"] for event in events if event["do"] == "say")


async def play(server: ServerProcess, options: argparse.Namespace) -> Json:
    """A class of so many seats for so long."""
    trainer = Trainer(server)
    async with AsyncExitStack() as stack:
        stack.enter_context(closing(trainer))
        opened = trainer.open_session(tables=options.tables, title="Load")
        tables = [table["id"] for table in tables_of(trainer.http, opened["code"])]
        room = Room()
        seats = take_seats(server, opened["code"], tables, options.seats + options.flood, room)
        flooder = seats.pop() if options.flood else None
        for seat in [*seats, *([flooder] if flooder else [])]:
            await seat.open(server, stack)
        readers = [asyncio.create_task(seat.read()) for seat in seats]
        for path in (f"/ws/s/{opened['id']}", f"/ws/screen/{opened['id']}"):
            readers.append(asyncio.create_task(look_on(server, path, trainer.cookies())))
        trainer.do(opened["id"], "start")
        at_first = server.memory()
        until = time.perf_counter() + options.seconds
        choices = random.Random(7)
        acting = [seat.act(until, options.pace, random.Random(choices.random())) for seat in seats]
        flooding = flood(flooder, until) if flooder else asyncio.sleep(0, 0)
        results = await asyncio.gather(*acting, flooding)
        for _ in range(100):  # what is still on its way may arrive
            if not any(seat.waiting or seat.due for seat in seats):
                break
            await asyncio.sleep(0.05)
        still_due = sum(len(seat.due) for seat in seats)
        unanswered = sum(len(seat.waiting) for seat in seats)
        memory = server.memory()
        for reader in readers:
            reader.cancel()
        lost_sockets = room.lost_sockets
        if flooder and flooder.socket:
            flooder.socket.transport.abort()
    server.stop()  # a running server holds its file alone
    log = logged_words(server.db)
    lost = [words for words in room.acknowledged if log[words] != 1]
    arrivals, answers = np.array(room.arrivals) * 1000, np.array(room.acknowledgements) * 1000
    return {
        "seats": len(seats),
        "tables": options.tables,
        "seconds": options.seconds,
        "actions acknowledged": len(answers),
        "moves among them": room.moves,
        "refused": dict(room.refused),
        "action to others' screens, ms": percentiles(arrivals),
        "action to its own acknowledgement, ms": percentiles(answers),
        "arrivals measured": len(arrivals),
        "MB sent to the seats": round(room.received / 1e6, 1),
        "server MB at first": round(at_first, 1),
        "server MB at the end": round(memory, 1),
        "acknowledged but not in the log exactly once": len(lost),
        "not arrived": still_due,
        "unanswered": unanswered,
        "sockets lost": lost_sockets,
        "words of the flood": results[-1] if flooder else None,
    }


def percentiles(milliseconds: np.ndarray) -> Json:
    if not len(milliseconds):
        return {}
    middle, high, most = np.percentile(milliseconds, [50, 99, 100])
    return {"p50": round(float(middle), 1), "p99": round(float(high), 1), "max": round(float(most), 1)}


def main() -> None:
    """Play, and print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seats", type=int, default=100)
    parser.add_argument("--tables", type=int, default=30)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--pace", type=float, default=1.0)
    parser.add_argument("--flood", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, classroom(Path(scratch)) as server:
        print(json.dumps(asyncio.run(play(server, options)), indent=2))


if __name__ == "__main__":
    main()
