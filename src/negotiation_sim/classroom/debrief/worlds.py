"""The same table in another world: people's offers and words again, with a mediator or with clear communication.

What is assumed: people make the same offers in the same order and say the same words in the same rounds. Whether they
would say yes follows from what they did: yes to what is worth at least as much as the least they accepted, no to what
is worth at most as much as the best they refused, where both speak the yes counts; between, and where their own offers
have run out, the agent in their chair decides. People who took a seat later sit from the start, and nobody walks away:
what made them leave belongs to the world as it was. The luck is the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from negotiation_sim.classroom.table import PlayedTable, Refused
from negotiation_sim.classroom.table.record import last_of
from negotiation_sim.rules.preferences import utility
from negotiation_sim.scenario import Scenario

MOST_ACTIONS = 5000


@dataclass
class Conduct:
    """What the people of one seat did: offers in order, words by round, the least accepted, the best refused."""

    offers: list[dict[str, int]] = field(default_factory=list)
    words: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    efforts: list[dict[str, Any]] = field(default_factory=list)
    least_accepted: float | None = None
    best_refused: float | None = None

    def answer_to(self, worth: float) -> bool | None:
        """Yes, no, or what the agent thinks (None)."""
        if self.least_accepted is not None and worth >= self.least_accepted:
            return True
        if self.best_refused is not None and worth <= self.best_refused:
            return False
        return None

    def note_answer(self, worth: float, yes: bool) -> None:
        """One more answer."""
        if yes:
            self.least_accepted = worth if self.least_accepted is None else min(worth, self.least_accepted)
        else:
            self.best_refused = worth if self.best_refused is None else max(worth, self.best_refused)


def conducts_of(scenario: Scenario, seed: int, run: int, events: list[dict[str, Any]]) -> dict[str, Conduct]:
    """What the people of each seat did at a table, read off its log."""
    table = PlayedTable(scenario, seed, run)
    conducts: dict[str, Conduct] = {role: Conduct() for role in table.roles}
    for event in events:
        seat = event.get("seat")
        if event["do"] == "offer":
            conducts[str(seat)].offers.append(event["package"])
        elif event["do"] == "efforts":
            conducts[str(seat)].efforts.append(event)
        elif event["do"] in ("tell", "say"):
            conducts[str(seat)].words.setdefault(table.model.rounds, []).append(event)
        elif event["do"] == "answer":
            conducts[str(seat)].note_answer(_worth_heard(table, str(seat)), event["yes"])
        elif event["do"] == "sign":
            conducts[str(seat)].note_answer(_worth_written(table, str(seat)), event["yes"])
        table.apply(event)
    return conducts


def _worth_heard(table: PlayedTable, role: str) -> float:
    seat = table.roles.index(role)
    return float(utility(table.model.table.values[seat], table.model.table.heard[seat]))


def _worth_written(table: PlayedTable, role: str) -> float:
    seat = table.roles.index(role)
    return float(utility(table.model.table.values[seat], table.model.table.offer))


def replayed(scenario: Scenario, other: Scenario, seed: int, run: int, events: list[dict[str, Any]]) -> PlayedTable:
    """The table played in the world of `other` by people who conduct themselves as they did in `scenario`."""
    conducts = conducts_of(scenario, seed, run, events)
    people = {str(event["seat"]) for event in events if event["do"] == "sit"}
    table = PlayedTable(other, seed, run)
    for role in table.roles:
        if role in people:
            table.apply({"do": "sit", "seat": role})
    table.apply({"do": "start"})
    spoken: set[tuple[str, int]] = set()
    for _ in range(MOST_ACTIONS):
        if table.ended:
            break
        if table.waits_for_step:
            table.apply({"do": "step"})
            continue
        role = table.awaited[0]
        _speak(table, role, conducts[role], spoken)
        _act(table, role, conducts[role])
    return table


def _speak(table: PlayedTable, role: str, conduct: Conduct, spoken: set[tuple[str, int]]) -> None:
    now = (role, table.model.rounds)
    if table.phase != "talk" or now in spoken:
        return
    spoken.add(now)
    for event in conduct.words.get(table.model.rounds, []):
        try:
            table.apply(event)
        except Refused:
            continue  # whom it was for is not there in this world


def _act(table: PlayedTable, role: str, conduct: Conduct) -> None:
    event: dict[str, Any] | None = None
    if table.phase == "offer" and conduct.offers:
        event = {"do": "offer", "seat": role, "package": conduct.offers.pop(0)}
    elif table.phase == "efforts" and conduct.efforts:
        event = conduct.efforts.pop(0)
    elif table.phase in ("answer", "sign"):
        worth = _worth_heard(table, role) if table.phase == "answer" else _worth_written(table, role)
        yes = conduct.answer_to(worth)
        event = None if yes is None else {"do": table.phase, "seat": role, "yes": yes}
    elif table.phase == "talk":
        event = {"do": "done", "seat": role}
    if event is not None:
        try:
            table.apply(event)
        except Refused:
            event = None  # an issue of that offer is not on the table in this world
    if event is None:
        table.apply({"do": "agent_moves", "seat": role})


def summary(table: PlayedTable) -> dict[str, Any]:
    """How a table ended, for one half of the comparison."""
    ended = last_of(table.record.entries, "ended")
    offers = sum(entry["kind"] == "offered" for entry in table.record.entries)
    return {
        "ending": "closed" if table.is_closed else ended and ended["ending"],
        "rounds": table.model.rounds,
        "offers": offers,
        "package": ended and ended["package"],
        "worth": ended and {role: round(worth, 4) for role, worth in ended["worth"].items()},
        "trust": round(float(np.mean(table.model.table.trust[:, : len(table.model.setting.roles)])), 4),
    }
