"""A classroom in this process: one loop for all who come, as on a real server."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient, WebSocketTestSession

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))  # what a page makes of frames is shared with them

from classroom_frames import Page  # noqa: E402

from negotiation_sim.classroom.server.app import application  # noqa: E402
from negotiation_sim.classroom.server.classroom import Classroom, Setup  # noqa: E402
from negotiation_sim.classroom.server.store import Store  # noqa: E402

HOST = "127.0.0.1:8765"
ORIGIN = {"origin": f"http://{HOST}"}
PIN = "482615"
CASE = "two_party_textbook"


@dataclass
class Room:
    """A running classroom and one browser in it, whose cookies the tests hold themselves."""

    classroom: Classroom
    http: TestClient

    def post(self, path: str, body: object, cookie: str = "", **headers: str) -> Any:
        """A request as a page of the classroom makes it."""
        sent = ORIGIN | ({"cookie": cookie} if cookie else {}) | headers
        reply = self.http.post(path, json=body, headers=sent)
        self.http.cookies.clear()
        return reply

    def get(self, path: str, cookie: str = "", **headers: str) -> Any:
        reply = self.http.get(path, headers=({"cookie": cookie} if cookie else {}) | headers)
        self.http.cookies.clear()
        return reply

    def trainer(self) -> str:
        """The cookie of a trainer."""
        return cookie_of(self.post("/api/trainer/login", {"pin": PIN}))

    def open(self, **asked: object) -> dict[str, str]:
        """A new session."""
        body = {"scenario": CASE, "tables": 1, "lang": "en", **asked}
        reply = self.post("/api/sessions", body, self.trainer())
        assert reply.status_code == 201, reply.text
        return reply.json() | {"tables": self.get(f"/api/join/{reply.json()['code']}").json()["tables"]}

    def order(self, session: str, cookie: str = "", **order: object) -> Any:
        return self.post(f"/api/sessions/{session}/do", order, cookie or self.trainer())

    def join(self, session: dict[str, Any], role: str, table: int = 0, name: str = "Dana", cookie: str = "") -> Any:
        body = {"code": session["code"], "name": name, "role": role, "table": session["tables"][table]["id"]}
        return self.post("/api/join", body, cookie)

    def socket(self, path: str, cookie: str = "", **headers: str) -> WebSocketTestSession:
        """A socket of a page of the classroom."""
        sent = ORIGIN | ({"cookie": cookie} if cookie else {}) | headers
        return self.http.websocket_connect(f"ws://{HOST}{path}", headers=sent)


def cookie_of(reply: Any) -> str:
    """What a browser sends back of the cookie that it was given."""
    assert reply.is_success, reply.text
    cookie: str = reply.headers["set-cookie"].split(";")[0]
    return cookie


def received(socket: WebSocketTestSession, kind: str) -> Any:
    """The next message of a kind, a view as the page has it then; views and answers may come in any order."""
    page = vars(socket).setdefault("page", Page())
    while True:
        message = socket.receive_json()
        assert kind != "ack" or "refused" not in message, message
        if "frame" in message:
            message |= {"view": page.take(message)}
        if kind in message:
            return message[kind] if kind in ("view", "grid", "screen") else message


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "class.sqlite")


@pytest.fixture
def start(file: str) -> Callable[..., Any]:
    """Starts a classroom on the file of the test; given twice, that is a restart."""

    @contextmanager
    def running(**setup: Any) -> Iterator[Room]:
        classroom = Classroom(Store(file), Setup(**{"pin": PIN, **setup}))
        with TestClient(application(classroom), base_url=f"http://{HOST}") as http:
            yield Room(classroom, http)

    return running


@pytest.fixture
def room(start: Callable[..., Any]) -> Iterator[Room]:
    with start() as running:
        yield running
