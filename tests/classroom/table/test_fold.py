"""Any stream of events: what fits is taken, what does not is refused, and the log refolds to the same table."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.classroom.table import PlayedTable, Refused, fold
from negotiation_sim.scenario import Scenario, load_scenario

CASE = load_scenario("minimum_wage_2025").with_settings(
    {"mediator.style": "full", "mediator.skill": 0.6, "deadline": 6}
)
SEATS = (*CASE.roles, "mediator")
PACKAGES = st.fixed_dictionaries({issue: st.integers(0, 3) for issue in CASE.issues})


def of(do: str, **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"do": st.just(do), "seat": st.sampled_from(SEATS), **parts})


SEATED = st.one_of(
    of("sit"),
    of("release"),
    of("agent_moves"),
    of("offer", package=PACKAGES),
    of("answer", yes=st.booleans()),
    of("sign", yes=st.booleans()),
    of("done"),
    of("leave"),
    of("efforts", text=st.booleans(), caucus=st.booleans(), open_channel=st.booleans()),
    of(
        "tell",
        to=st.lists(st.sampled_from(SEATS), min_size=1, max_size=3),
        interest=st.sampled_from(list(CASE.interests)),
        weight=st.sampled_from(["much", "some", "little"]),
    ),
    of("say", text=st.text(max_size=12), to=st.none() | st.sampled_from(SEATS)),
)
OF_TRAINER = st.sampled_from([{"do": word} for word in ("start", "step", "pause", "resume")])
EVENTS = st.lists(SEATED | OF_TRAINER, max_size=80)


def play(scenario: Scenario, events: list[dict[str, Any]]) -> tuple[PlayedTable, list[dict[str, Any]]]:
    table, log = PlayedTable(scenario, 5, 2), []
    for event in [{"do": "sit", "seat": SEATS[0]}, {"do": "start"}, *events]:
        try:
            table.apply(event)
        except Refused:
            continue
        log.append(event)
    return table, log


@settings(max_examples=60, deadline=None)
@given(events=EVENTS)
def test_the_log_refolds_to_the_same_table(events: list[dict[str, Any]]) -> None:
    table, log = play(CASE, events)
    again = fold(CASE, 5, 2, log)
    assert again.record.entries == table.record.entries
    assert (again.state, again.phase, again.awaited) == (table.state, table.phase, table.awaited)
    assert all(np.array_equal(one, other) for one, other in zip(again.model.table, table.model.table, strict=True))
    for seat in (*table.roles, None):
        assert again.view(seat, "kk") == table.view(seat, "kk")


@settings(max_examples=40, deadline=None)
@given(events=EVENTS)
def test_talks_always_wait_for_somebody_who_can_go_on_or_are_over(events: list[dict[str, Any]]) -> None:
    table, _ = play(CASE, events)
    if table.is_paused:
        table.apply({"do": "resume"})
    for _ in range(200):
        if table.ended:
            return
        if table.waits_for_step:
            table.apply({"do": "step"})
        else:
            table.apply({"do": "agent_moves", "seat": table.awaited[0]})
    raise AssertionError("the talks never ended")
