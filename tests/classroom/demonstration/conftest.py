"""Talks over the textbook case, which is quick, and a classroom to ask over the wire."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from negotiation_sim.classroom.demonstration.talks import Talks
from negotiation_sim.classroom.server.app import application
from negotiation_sim.classroom.server.classroom import Classroom, Setup
from negotiation_sim.classroom.server.store import Store

CASE = "two_party_textbook"
HOST = "127.0.0.1:8765"


@pytest.fixture
def talks() -> Callable[..., Talks]:
    """Makes talks that differ from the usual ones as told."""
    return lambda **entries: Talks.model_validate({"scenario": CASE, "quality": 0.5, "skill": 0.6, **entries})


@pytest.fixture
def http(tmp_path: Path) -> Iterator[TestClient]:
    """A browser before a running classroom."""
    classroom = Classroom(Store(str(tmp_path / "class.sqlite")), Setup())
    with TestClient(application(classroom), base_url=f"http://{HOST}") as client:
        yield client


@pytest.fixture
def get(http: TestClient) -> Callable[..., Any]:
    """Asks /api/demo/WHAT about the usual talks with some entries changed; answers (status, JSON)."""

    def asked(what: str, **entries: object) -> tuple[int, Any]:
        query = {"scenario": CASE, "quality": 0.5, "skill": 0.6, "lang": "en", **entries}
        reply = http.get(f"/api/demo/{what}", params={key: str(value) for key, value in query.items()})
        return reply.status_code, reply.json()

    return asked


@pytest.fixture
def curves(http: TestClient) -> Iterator[Any]:
    """The socket of the curves."""
    with http.websocket_connect(f"ws://{HOST}/ws/demo", headers={"origin": f"http://{HOST}"}) as socket:
        yield socket
