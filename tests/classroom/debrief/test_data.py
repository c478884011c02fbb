"""What the debrief says of tables, on a plane that all of them share."""

from __future__ import annotations

import json

import numpy as np
import pytest

from negotiation_sim.analysis.bargaining_space import table_of_run
from negotiation_sim.classroom.debrief.data import debrief_of
from negotiation_sim.classroom.debrief.space import space_of_session
from negotiation_sim.scenario.arrays import setting_of


def test_no_table_has_begun(classroom, open_session) -> None:
    debrief = debrief_of(classroom, open_session(tables=2), "en")
    assert [table["ending"] for table in debrief["tables"]] == [None, None]
    assert [table["rounds"] for table in debrief["tables"]] == [0, 0]
    assert [table["minutes"] for table in debrief["tables"]] == [None, None]
    assert [table["cause"] for table in debrief["tables"]] == [None, None]
    json.dumps(debrief, allow_nan=False)


def test_a_deal_lies_in_the_space_and_shares_its_gains(classroom, open_session, play_out) -> None:
    session = open_session()
    play_out(session.tables[0])
    debrief = debrief_of(classroom, session, "ru")
    (table,), space = debrief["tables"], debrief["space"]
    assert table["ending"] == "agreement"
    assert table["cause"] is None
    gain = sum(table["worth"][role] - table["line"][role] for role in space["roles"])
    assert table["joint_gain"] == pytest.approx(gain, abs=1e-3)
    assert 0.0 < table["share"] <= 1.0
    for pair, edge in space["frontier"].items():
        p, q = pair.split("|")
        inside = [(u, v) for u, v in edge if u >= table["worth"][p] - 1e-3 and v >= table["worth"][q] - 1e-3]
        assert inside, f"the deal lies beyond the frontier of {pair}"


def test_the_sampled_packages_show_every_option_of_every_issue(open_session) -> None:
    """A step that shares a factor with the options would leave some of them out of the picture."""
    session = open_session()
    setting = setting_of(session.scenario)
    table = table_of_run(setting.case, session.seed, session.run)
    mean = table.values.sum(axis=2) / setting.case.options
    sampled = np.array(space_of_session(session)["points"]).mean(axis=0)
    assert sampled == pytest.approx(mean.sum(axis=1), abs=0.02)


def test_closed_tables_say_what_was_missed(classroom, open_session) -> None:
    session = open_session(tables=2)
    for table in session.tables:
        table.apply({"do": "start"})
        table.apply({"do": "close"})
    debrief = debrief_of(classroom, session, "kk")
    assert debrief["space"]["has_zone"]
    assert [table["cause"] for table in debrief["tables"]] == ["missed", "missed"]
    better = debrief["space"]["better"]["worth"]
    assert all(better[role] >= debrief["space"]["lines"][role] for role in better)
    assert [table["share"] for table in debrief["tables"]] == [None, None]


def test_where_no_deal_is_possible_none_is_called_missed(classroom, open_session, play_out, national) -> None:
    hopeless = national.with_settings({f"parties.{role}.reservation_value": 0.98 for role in national.roles})
    session = open_session(scenario=hopeless)
    play_out(session.tables[0])
    debrief = debrief_of(classroom, session, "en")
    assert not debrief["space"]["has_zone"]
    assert debrief["space"]["better"] is None
    assert debrief["space"]["nash"] is None
    assert debrief["tables"][0]["cause"] == "no_zone"
    json.dumps(debrief, allow_nan=False)


def test_people_s_words_are_counted_and_agents_are_not(classroom, open_session, play_out) -> None:
    session = open_session(tables=2)
    table = session.tables[0]
    for event in ({"do": "sit", "seat": "unions"}, {"do": "start"}):
        table.apply(event)
    while table.played.phase in (None, "efforts"):
        table.apply({"do": "agent_moves", "seat": table.played.awaited[0]})
    table.apply(
        {"do": "tell", "seat": "unions", "to": ["employers", "government"], "interest": "jobs", "weight": "much"}
    )
    table.apply({"do": "say", "seat": "unions", "to": "mediator", "text": "why?"})
    play_out(session.tables[1])
    talked, silent = (one["talk"] for one in debrief_of(classroom, session, "en")["tables"])
    assert talked == {"interests": 2, "messages": 1, "with_mediator": 1}
    assert silent == {"interests": 0, "messages": 0, "with_mediator": 0}


def test_seats_taken_before_the_start_are_no_takeovers(classroom, open_session) -> None:
    session = open_session()
    for event in (
        {"do": "sit", "seat": "unions"},
        {"do": "sit", "seat": "employers"},
        {"do": "start"},
        {"do": "release", "seat": "unions"},
    ):
        session.tables[0].apply(event)
    (table,) = debrief_of(classroom, session, "en")["tables"]
    assert table["takeovers"] == 1
    assert table["people"] == {"government": False, "employers": True, "unions": False, "mediator": False}
