"""Tables to play at, and people who do what agents would do."""

from collections.abc import Callable
from typing import Any

import pytest

from negotiation_sim.classroom.table import PlayedTable
from negotiation_sim.scenario import Scenario, load_scenario

MEDIATED = {"mediator.style": "full", "mediator.skill": 0.5}


@pytest.fixture(scope="session")
def national() -> Scenario:
    return load_scenario("kazakhstan_general_agreement").with_settings(MEDIATED)


@pytest.fixture
def opened(national: Scenario) -> Callable[..., PlayedTable]:
    """A table of the national scenario at which people have taken these seats, and the talks have begun."""

    def open_with(*seats: str, run: int = 3) -> PlayedTable:
        table = PlayedTable(national, 1, run)
        for seat in seats:
            table.apply({"do": "sit", "seat": seat})
        table.apply({"do": "start"})
        return table

    return open_with


def played_by_agents(scenario: Scenario, seed: int, run: int) -> PlayedTable:
    table = PlayedTable(scenario, seed, run)
    table.apply({"do": "start"})
    while not table.ended:
        table.apply({"do": "step"})
    return table


def as_agents_do(table: PlayedTable, like: PlayedTable) -> dict[str, Any]:
    """What the first seat that is waited for has to do, to act as the agents of `like` did."""
    role = table.awaited[0]
    if table.phase in ("efforts", "talk"):
        return {"do": "agent_moves", "seat": role}
    entries = [entry for entry in like.record.entries if entry["round"] == table.model.rounds]
    if table.phase == "offer":
        package = next(entry["package"] for entry in entries if entry["kind"] == "offered")
        return {"do": "offer", "seat": role, "package": package}
    answer = next(entry["answer"] for entry in entries if entry["kind"] == "answered" and entry["party"] == role)
    if answer == "withdrew":
        # Agents read every text they said yes to; people only one that they heard otherwise and that could be signed.
        return {"do": "release", "seat": role}
    if table.phase == "answer":
        return {"do": "answer", "seat": role, "yes": answer in {"yes", "voted_down"}}
    return {"do": "sign", "seat": role, "yes": True}


@pytest.fixture
def agents() -> Callable[[Scenario, int, int], PlayedTable]:
    return played_by_agents


@pytest.fixture
def imitate() -> Callable[[PlayedTable, PlayedTable], dict[str, Any]]:
    return as_agents_do
