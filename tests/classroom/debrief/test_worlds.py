"""The same table in another world: people's own offers and answers, the rest by the engine."""

from __future__ import annotations

from typing import Any

import pytest

from negotiation_sim.classroom.debrief.changes import other_world
from negotiation_sim.classroom.debrief.worlds import Conduct, replayed, summary
from negotiation_sim.classroom.table import PlayedTable


def test_agents_alone_play_their_own_world_again(national) -> None:
    table = PlayedTable(national, 1, 3)
    events: list[dict[str, Any]] = [{"do": "start"}]
    table.apply(events[0])
    while not table.ended:
        events.append({"do": "step"})
        table.apply(events[-1])
    assert summary(replayed(national, national, 1, 3, events)) == summary(table)


@pytest.mark.parametrize("world", ["mediator", "no_mediator", "clear", "noisy", "interests"])
def test_people_s_offers_are_made_again_in_every_world(national, world) -> None:
    first, events = _stubborn_unions(national)
    again = replayed(national, other_world(national, world), 1, 3, events)
    offers = [
        entry["package"] for entry in again.record.entries if entry.get("speaker") == "unions" and "package" in entry
    ]
    assert offers[0] == first
    assert again.ended


def test_answers_follow_the_worth_at_which_people_said_yes_or_no() -> None:
    conduct = Conduct()
    assert conduct.answer_to(0.5) is None
    conduct.note_answer(0.4, yes=False)
    conduct.note_answer(0.7, yes=True)
    assert conduct.answer_to(0.4) is False
    assert conduct.answer_to(0.7) is True
    assert conduct.answer_to(0.55) is None
    conduct.note_answer(0.8, yes=False)
    assert conduct.answer_to(0.75) is True, "where a yes and a no both speak, the yes counts"


def _stubborn_unions(scenario) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """The unions ask for their best in their first two turns and refuse all; then the log breaks off."""
    table = PlayedTable(scenario, 1, 3)
    events: list[dict[str, Any]] = []

    def do(event: dict[str, Any]) -> None:
        table.apply(event)
        events.append(event)

    do({"do": "sit", "seat": "unions"})
    do({"do": "start"})
    ideal = table.view("unions", "en")["brief"]["ideal"]
    offers = 0
    while offers < 2:
        if table.phase == "offer":
            do({"do": "offer", "seat": "unions", "package": ideal})
            offers += 1
        elif table.phase == "answer":
            do({"do": "answer", "seat": "unions", "yes": False})
        else:
            do({"do": "done", "seat": "unions"})
    return ideal, events
