"""Sessions to debrief: a classroom in this process, and people who do what a test says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from negotiation_sim.classroom.server.app import application
from negotiation_sim.classroom.server.classroom import Classroom, Setup
from negotiation_sim.classroom.server.session import Session
from negotiation_sim.classroom.server.store import Store
from negotiation_sim.classroom.server.table import Seat, Table
from negotiation_sim.scenario import Scenario, load_scenario

HOST = "127.0.0.1:8765"
PIN = "482615"
NATIONAL = "kazakhstan_general_agreement"


@pytest.fixture
def classroom() -> Classroom:
    return Classroom(Store(":memory:"), Setup(pin=PIN))


@pytest.fixture(scope="session")
def national() -> Scenario:
    return load_scenario(NATIONAL).with_settings({"mediator.style": "full", "mediator.skill": 0.6})


@pytest.fixture
def open_session(classroom: Classroom, national: Scenario) -> Callable[..., Session]:
    def opened(tables: int = 1, scenario: Scenario | None = None, title: str = "Class") -> Session:
        session = classroom.open_session(scenario or national, title=title, lang="en", noise=True, tables=tables)
        session.seed = 1
        return session

    return opened


@pytest.fixture
def play_out() -> Callable[[Table], None]:
    """Agents play a table to its end."""

    def played(table: Table) -> None:
        table.apply({"do": "start"})
        while not table.played.ended:
            table.apply({"do": "step"})

    return played


class Browser:
    """Asks the classroom over HTTP, as a page does."""

    def __init__(self, classroom: Classroom, http: TestClient) -> None:
        self.classroom = classroom
        self.http = http
        self.trainer = f"trainer={classroom.admit_trainer(PIN)}"

    def get(self, path: str, cookie: str = "") -> Any:
        return self.http.get(path, headers={"cookie": cookie} if cookie else {})

    def post(self, path: str, body: object, cookie: str = "") -> Any:
        sent = {"origin": f"http://{HOST}"} | ({"cookie": cookie} if cookie else {})
        return self.http.post(path, json=body, headers=sent)

    def sit(self, table: Table, role: str, token: str) -> str:
        """The cookie of somebody who sits at the table now."""
        from negotiation_sim.classroom.server.tokens import hashed

        seat = Seat(hashed(token), role, "Dana")
        self.classroom.store.seat(table.id, seat, None, "2026-01-01T00:00:00+00:00")
        table.people.append(seat)
        return f"seat_{table.id}={token}"


@pytest.fixture
def browser(classroom: Classroom) -> Iterator[Browser]:
    with TestClient(application(classroom), base_url=f"http://{HOST}") as http:
        yield Browser(classroom, http)
