"""The questionnaire: means, and what is hidden so that nobody is told apart."""

from __future__ import annotations

from typing import Any

from negotiation_sim.classroom.debrief.statements import STATEMENTS, survey_of

TABLES = [
    {"id": "a", "ending": "agreement", "worth": {"union": 0.6, "employer": 0.8}},
    {"id": "b", "ending": "deadline", "worth": {"union": 0.4, "employer": 0.5}},
]


def answers(table: str, role: str, given: int, moment: str = "before") -> dict[str, Any]:
    return {"table_id": table, "role": role, "moment": moment, "answers": dict.fromkeys(STATEMENTS, given)}


def test_means_of_those_who_answered() -> None:
    rows = [answers("a", "union", given) for given in (1, 2, 5)] + [answers("a", "union", 4, "after")] * 3
    groups = survey_of(rows, TABLES)["groups"]
    assert groups["all"]["before"] == {"n": 3, "means": dict.fromkeys(STATEMENTS, 2.67)}
    assert groups["all"]["after"]["means"] == dict.fromkeys(STATEMENTS, 4.0)
    assert groups["without_deal"]["before"] == {"n": 0, "means": None}


def test_fewer_than_three_are_hidden() -> None:
    assert survey_of([answers("a", "union", 1)] * 2, TABLES)["groups"]["all"]["before"] == {"n": 2, "means": None}


def test_a_small_part_cannot_be_worked_out_from_the_others() -> None:
    survey = survey_of([answers("a", "union", 1)] * 3 + [answers("b", "employer", 5)] * 2, TABLES)
    assert survey["groups"]["all"]["before"]["means"] == dict.fromkeys(STATEMENTS, 2.6)
    assert survey["groups"]["with_deal"]["before"] == {"n": 3, "means": None}
    assert survey["groups"]["without_deal"]["before"] == {"n": 2, "means": None}
    assert survey["roles"]["union"]["before"]["means"] is None


def test_roles_stand_beside_what_they_reached() -> None:
    survey = survey_of([answers("a", "union", 3)] * 3 + [answers("b", "employer", 4)] * 3, TABLES)
    assert survey["roles"]["union"]["before"]["means"] == dict.fromkeys(STATEMENTS, 3.0)
    assert survey["roles"]["union"]["worth"] == 0.5
    assert survey["roles"]["employer"]["worth"] == 0.65
