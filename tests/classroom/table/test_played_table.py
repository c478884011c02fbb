"""A table with people: the same negotiation as the engine's where they act as agents do, theirs where they do not."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from negotiation_sim.classroom.table import PlayedTable, Refused, fold
from negotiation_sim.concepts import NO_BELOW_LINE, NO_DEVALUED
from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.engine.table import Table
from negotiation_sim.scenario import Scenario, load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.cases import shipped_cases

Opened = Callable[..., PlayedTable]
Agents = Callable[[Scenario, int, int], PlayedTable]
Imitate = Callable[[PlayedTable, PlayedTable], dict[str, Any]]

CALCULATIONS = {
    "scores",
    "scratch",
    "interest_scratch",
    "taste",
    "estimates",
    "lines",
    "weights",
    "surplus",
    "candidate",
}


def differences(one: Table, other: Table) -> list[str]:
    """Names of the arrays that differ, but for the room in which rules calculate."""
    names = set(Table._fields) - CALCULATIONS - {"items", "bend", "answers"}
    reasons = [np.where(table.answers == NO_DEVALUED, NO_BELOW_LINE, table.answers) for table in (one, other)]
    assert np.array_equal(*reasons)  # why people say no, the table does not know
    return [name for name in names if not np.array_equal(getattr(one, name), getattr(other, name))]


@pytest.mark.parametrize("case", shipped_cases())
def test_a_table_where_nobody_sits_is_the_run_of_that_number(case: str, agents: Agents) -> None:
    scenario = load_scenario(case)
    for run in range(2):
        model = BargainingModel(setting_of(scenario), 7, run)
        model.run_model()
        table = agents(scenario, 7, run)
        assert differences(table.model.table, model.table) == []
        assert np.array_equal(table.model.row(), model.row())


@pytest.mark.parametrize("case", ["kazakhstan_general_agreement", "enterprise_wage_dispute", "three_union_centres"])
@pytest.mark.parametrize("quality", [0.5, 1.0])
def test_people_who_act_as_agents_do_come_to_the_same_table(
    case: str, quality: float, agents: Agents, imitate: Imitate
) -> None:
    settings = {"mediator.style": "full", "mediator.skill": 0.5, "communication.quality": quality}
    scenario = load_scenario(case).with_settings(settings)
    decided = 0
    for run in range(4):
        like = agents(scenario, 3, run)
        table = PlayedTable(scenario, 3, run)
        for role in table.roles:
            table.apply({"do": "sit", "seat": role})
        table.apply({"do": "start"})
        while not table.ended:
            event = imitate(table, like)
            decided += event["do"] != "agent_moves"
            table.apply(event)
        assert differences(table.model.table, like.model.table) == []
        assert table.model.ending == like.model.ending
    assert decided > 20


def test_an_offer_of_people_lies_on_the_table_and_is_heard_through_the_channel(opened: Opened) -> None:
    table = opened("government")
    assert (table.phase, table.awaited) == ("offer", ("government",))
    package = dict.fromkeys(table.model.setting.issues, 1)
    table.apply({"do": "offer", "seat": "government", "package": package})
    entry = next(entry for entry in table.record.entries if entry["kind"] == "offered")
    assert entry["package"] == package
    assert set(entry["heard"]) == {"employers", "unions"}
    heard = dict(zip(package, map(int, table.model.table.heard[1]), strict=True))
    assert entry["heard"]["employers"] == heard


def test_with_perfect_communication_everybody_hears_what_is_said(national: Scenario) -> None:
    clear = national.with_settings({"communication.quality": 1, "parties.*.listening": 1})
    table = fold(clear, 1, 0, [{"do": "sit", "seat": "government"}, {"do": "start"}])
    package = dict.fromkeys(table.model.setting.issues, 2)
    table.apply({"do": "offer", "seat": "government", "package": package})
    entry = next(entry for entry in table.record.entries if entry["kind"] == "offered")
    assert entry["heard"] == {"employers": package, "unions": package}


def answering(opened: Opened, yes: bool) -> PlayedTable:
    """A table where all sides are people, the first has offered, and all others say yes or no."""
    table = opened("government", "employers", "unions")
    package = dict.fromkeys(table.model.setting.issues, 3)
    table.apply({"do": "offer", "seat": "government", "package": package})
    while table.phase == "answer":
        table.apply({"do": "answer", "seat": table.awaited[0], "yes": yes})
    return table


def test_the_text_is_read_by_those_who_said_yes_to_something_else(opened: Opened) -> None:
    table = answering(opened, yes=True)
    assert table.phase == "sign"
    offered = next(entry for entry in table.record.entries if entry["kind"] == "offered")
    assert set(table.awaited) == {role for role, heard in offered["heard"].items() if heard != offered["package"]}
    while table.awaited:
        table.apply({"do": "sign", "seat": table.awaited[0], "yes": True})
    assert table.ended and table.model.ending == "agreement"
    assert list(table.model.table.offer) == [3] * len(table.model.setting.issues)


def test_who_takes_the_yes_back_trusts_the_author_less(opened: Opened) -> None:
    table = answering(opened, yes=True)
    role = table.awaited[0]
    seat = table.roles.index(role)
    before = float(table.model.table.trust[seat, 0])
    while table.phase == "sign":
        table.apply({"do": "sign", "seat": table.awaited[0], "yes": False})
    assert table.model.table.trust[seat, 0] < before
    assert not table.ended
    assert {"party": role, "answer": "withdrew"}.items() <= [
        entry for entry in table.record.entries if entry["kind"] == "answered" and entry["party"] == role
    ][-1].items()


def test_a_no_needs_no_reading(opened: Opened) -> None:
    assert answering(opened, yes=False).phase == "talk"


def talking(opened: Opened, *seats: str) -> PlayedTable:
    table = opened(*seats)
    while table.phase != "talk":
        table.apply({"do": "agent_moves", "seat": table.awaited[0]})
    return table


def test_what_people_tell_of_their_interests_reaches_the_beliefs_of_agents(opened: Opened) -> None:
    table = talking(opened, "unions")
    beliefs = table.model.table.beliefs[1, 2]
    before = beliefs.copy()
    table.apply({"do": "tell", "seat": "unions", "to": ["employers"], "interest": "safety", "weight": "much"})
    changed = np.flatnonzero(beliefs != before)
    safety = list(table.scenario.interests).index("safety")
    assert list(changed) == [safety] or safety in changed
    assert beliefs[safety] > before[safety]
    assert np.array_equal(table.model.table.beliefs[0, 2], table.model.table.beliefs[0, 2])


def test_a_word_in_private_reaches_only_the_mediator_and_by_relay_the_others(opened: Opened) -> None:
    table = talking(opened, "unions")
    before = table.model.table.mediator_beliefs[2].copy()
    table.apply({"do": "tell", "seat": "unions", "to": ["mediator"], "interest": "jobs", "weight": "much"})
    assert not np.array_equal(table.model.table.mediator_beliefs[2], before)
    assert table.record.entries[-1]["only"] == ["unions", "mediator"]


def test_a_side_may_tell_eight_things_a_round_to_a_listener(opened: Opened) -> None:
    table = talking(opened, "unions")
    event = {"do": "tell", "seat": "unions", "to": ["employers"], "interest": "jobs", "weight": "some"}
    for _ in range(8):
        table.apply(event)
    with pytest.raises(Refused, match="enough"):
        table.apply(event)


def test_people_leave_at_the_end_of_the_round(opened: Opened) -> None:
    table = talking(opened, "unions")
    table.apply({"do": "leave", "seat": "unions"})
    assert table.model.table.present[2] == 0
    assert table.ended and table.model.ending == "walk_away"  # all must say yes


def test_a_mediator_who_asks_for_a_text_writes_it(opened: Opened) -> None:
    table = opened("mediator")
    assert (table.phase, table.awaited) == ("efforts", ("mediator",))
    table.apply({"do": "efforts", "seat": "mediator", "text": True, "open_channel": True})
    assert (table.phase, table.awaited) == ("offer", ("mediator",))
    package = dict.fromkeys(table.model.setting.issues, 4)
    table.apply({"do": "offer", "seat": "mediator", "package": package})
    offered = next(entry for entry in table.record.entries if entry["kind"] == "offered")
    assert (offered["speaker"], offered["package"]) == ("mediator", package)


def test_efforts_of_people_open_the_channel(opened: Opened) -> None:
    closed, open_ = opened("mediator"), opened("mediator")
    closed.apply({"do": "efforts", "seat": "mediator"})
    open_.apply({"do": "efforts", "seat": "mediator", "open_channel": True})
    assert np.all(open_.model.table.clarity[:3] > closed.model.table.clarity[:3])


def test_a_late_human_takes_over_and_the_agent_takes_back(opened: Opened) -> None:
    table = opened("government")
    table.apply({"do": "agent_moves", "seat": "government"})
    assert (table.phase, table.awaited) == ("talk", ("government",))
    table.apply({"do": "sit", "seat": "unions"})
    assert table.awaited == ("government", "unions")
    table.apply({"do": "release", "seat": "government"})
    assert table.awaited == ("unions",)
    table.apply({"do": "release", "seat": "unions"})
    assert table.waits_for_step
    rounds = table.model.rounds
    table.apply({"do": "step"})
    assert table.model.rounds == rounds + 1


def test_nothing_moves_while_the_trainer_has_paused(opened: Opened) -> None:
    table = opened("government")
    table.apply({"do": "pause"})
    with pytest.raises(Refused, match="paused"):
        table.apply({"do": "say", "seat": "government", "text": "hello"})
    table.apply({"do": "resume"})
    table.apply({"do": "say", "seat": "government", "text": "hello"})


def test_a_closed_table_takes_nothing_more(opened: Opened) -> None:
    table = opened("government")
    table.apply({"do": "close"})
    assert table.state == "ended"
    with pytest.raises(Refused, match="over"):
        table.apply({"do": "say", "seat": "government", "text": "hello"})


WRONG = [
    ({"do": "offer", "seat": "employers", "package": {}}, "agent holds"),
    ({"do": "offer", "seat": "nobody", "package": {}}, "no seat"),
    ({"do": "offer", "seat": "government", "package": {}}, "says nothing about"),
    ({"do": "offer", "seat": "government", "package": {"minimum_wage": 99}}, "no such option"),
    ({"do": "offer", "seat": "government", "package": {"pay": 1}}, "no issue"),
    ({"do": "offer", "seat": "government", "package": {"minimum_wage": True}}, "package.minimum_wage"),
    ({"do": "offer", "seat": "government", "package": {"minimum_wage": -1}}, "package.minimum_wage"),
    ({"do": "answer", "seat": "government", "yes": True}, "not your turn"),
    ({"do": "answer", "seat": "government", "yes": "yes"}, "answer.yes"),
    ({"do": "sign", "seat": "government", "yes": True}, "not your turn"),
    ({"do": "done", "seat": "government"}, "not your turn"),
    ({"do": "leave", "seat": "government"}, "make an offer first"),
    ({"do": "say", "seat": "government", "text": " \n "}, "one word"),
    ({"do": "say", "seat": "government", "text": "x" * 281}, "say.text"),
    ({"do": "say", "seat": "government", "to": "government", "text": "x"}, "yourself"),
    ({"do": "tell", "seat": "government", "to": ["unions"], "interest": "fame", "weight": "much"}, "no interest"),
    ({"do": "tell", "seat": "government", "to": [], "interest": "jobs", "weight": "much"}, "tell.to"),
    ({"do": "tell", "seat": "government", "to": ["unions", "unions"], "interest": "jobs", "weight": "much"}, "once"),
    ({"do": "start"}, "cannot be done now"),
    ({"do": "step"}, "cannot be done now"),
    ({"do": "resume"}, "cannot be done now"),
    ({"do": "sit", "seat": "government"}, "already"),
    ({"do": "release", "seat": "unions"}, "agent holds"),
    ({"do": "agent_moves", "seat": "unions"}, "Nobody waits"),
    ({"do": "dance"}, "no action"),
    ({}, "no action"),
    ({"do": "start", "extra": 1}, "start.extra"),
]


@pytest.mark.parametrize(("event", "why"), WRONG, ids=[f"{i}-{why}" for i, (_, why) in enumerate(WRONG)])
def test_what_does_not_fit_is_refused_and_changes_nothing(event: dict[str, Any], why: str, opened: Opened) -> None:
    table = opened("government")
    before, entries = [array.copy() for array in table.model.table], list(table.record.entries)
    with pytest.raises(Refused, match=why):
        table.apply(event)
    assert all(np.array_equal(one, other) for one, other in zip(before, table.model.table, strict=True))
    assert table.record.entries == entries
    assert (table.phase, table.awaited, table.applied) == ("offer", ("government",), 2)
