"""A real server to be rude to, and a class at work whose people must notice nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))  # the server process that benchmarks drive as well

from classroom_server import Json, SeatClient, ServerProcess, Trainer, classroom, tables_of  # noqa: E402

PIN = "482615"


@dataclass
class Class:
    """A running class of one table: a trainer, the seat `me`, and the seat `other`, which is left in peace."""

    server: ServerProcess
    trainer: Trainer
    session: str
    code: str
    table: str
    me: SeatClient
    other: SeatClient

    def in_peace(self, words: str) -> None:
        """The other seat says something and is heard: the server lives and the table goes on."""
        heard = self.other.send({"do": "say", "to": None, "text": words})
        assert "ack" in heard, heard
        assert any(words in frame for frame in self.other.frames) or words in str(self.other.view()["log"])

    def log(self) -> list[Json]:
        """The table's public log as the other seat sees it after a fresh connection."""
        self.other.connect()
        return self.other.view()["log"]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    with classroom(tmp_path_factory.mktemp("hostile")) as running:
        yield running


@pytest.fixture(scope="session")
def open_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server that asks its trainer for a PIN, as one does that other devices may reach."""
    with classroom(tmp_path_factory.mktemp("open"), "--pin", PIN) as running:
        yield running


@contextmanager
def at_work(server: ServerProcess, pin: str = "") -> Iterator[Class]:
    trainer = Trainer(server, pin)
    opened = trainer.open_session()
    table = tables_of(trainer.http, opened["code"])[0]["id"]
    me, other = SeatClient(server, "Dana"), SeatClient(server, "Yerlan")
    with closing(trainer), closing(me), closing(other):
        for seat, role in ((me, "unions"), (other, "employers")):
            assert seat.join(opened["code"], role, table).is_success
            seat.connect()
        trainer.do(opened["id"], "start")
        yield Class(server, trainer, opened["id"], opened["code"], table, me, other)


@pytest.fixture(scope="session")
def guarded(open_server: ServerProcess) -> Iterator[Class]:
    """A class whose trainer has shown the PIN, once: it may not be shown often."""
    with at_work(open_server, PIN) as running:
        yield running


@pytest.fixture
def room(server: ServerProcess) -> Iterator[Class]:
    before = len(server.said())
    with at_work(server) as running:
        yield running
    assert server.process is not None
    assert server.process.poll() is None, "the server died"
    assert "Traceback" not in server.said()[before:], server.said()[before:]
