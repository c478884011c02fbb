"""Who may ask for what after the talks, and the pages to print."""

from __future__ import annotations

import json

import pytest

from negotiation_sim.classroom.debrief.statements import STATEMENTS

FULL = dict.fromkeys(STATEMENTS, 3)


@pytest.mark.parametrize(
    "what", ["debrief", "cards", "guide", "export.csv", "export.json", "export.html", "export.parquet"]
)
def test_only_the_trainer_gets_a_session(browser, open_session, what) -> None:
    session = open_session()
    seat = browser.sit(session.tables[0], "unions", "u")
    assert browser.get(f"/api/sessions/{session.id}/{what}").status_code == 401
    assert browser.get(f"/api/sessions/{session.id}/{what}", seat).status_code == 401


@pytest.mark.parametrize("what", ["debrief", "whole"])
def test_a_seat_waits_until_the_debrief_is_open(browser, classroom, open_session, what) -> None:
    session = open_session()
    table = session.tables[0]
    seat = browser.sit(table, "unions", "u")
    assert browser.get(f"/api/t/{table.id}/{what}", seat).status_code == 403
    classroom.open_debrief(session)
    assert browser.get(f"/api/t/{table.id}/{what}", seat).status_code == 200
    assert browser.get(f"/api/t/{table.id}/{what}").status_code in (401, 403)


def test_the_debrief_is_new_when_something_happened(browser, open_session, play_out) -> None:
    session = open_session()
    path = f"/api/sessions/{session.id}/debrief"
    assert browser.get(path, browser.trainer).json()["tables"][0]["ending"] is None
    play_out(session.tables[0])
    assert browser.get(path, browser.trainer).json()["tables"][0]["ending"] == "agreement"
    seat = browser.sit(session.tables[0], "unions", "u")
    browser.post(f"/api/t/{session.tables[0].id}/survey", {"when": "before", "answers": FULL}, seat)
    assert browser.get(path, browser.trainer).json()["survey"]["groups"]["all"]["before"]["n"] == 1


def test_answers_are_kept_once_and_without_a_name(browser, classroom, open_session) -> None:
    table = open_session().tables[0]
    seat = browser.sit(table, "unions", "u")
    for given in (1, 5):
        body = {"when": "after", "answers": dict.fromkeys(STATEMENTS, given)}
        assert browser.post(f"/api/t/{table.id}/survey", body, seat).status_code == 204
    (row,) = classroom.store.rows("SELECT * FROM surveys")
    assert json.loads(row["answers"]) == dict.fromkeys(STATEMENTS, 5)
    assert row["token"] not in {person.token for person in table.people}
    assert "Dana" not in json.dumps(row)


@pytest.mark.parametrize(
    "body",
    [
        {"when": "during", "answers": FULL},
        {"when": "before", "answers": {**FULL, "listen": 6}},
        {"when": "before", "answers": {**FULL, "listen": True}},
        {"when": "before", "answers": {"listen": 3}},
        {"when": "before", "answers": {**FULL, "more": 3}},
        {"when": "before", "answers": FULL, "name": "Dana"},
    ],
)
def test_wrong_answers_are_refused(browser, classroom, open_session, body) -> None:
    table = open_session().tables[0]
    seat = browser.sit(table, "unions", "u")
    assert browser.post(f"/api/t/{table.id}/survey", body, seat).status_code == 422
    assert classroom.store.rows("SELECT * FROM surveys") == []


def test_strangers_answer_nothing(browser, open_session) -> None:
    table = open_session().tables[0]
    assert browser.post(f"/api/t/{table.id}/survey", {"when": "before", "answers": FULL}).status_code == 401


def test_another_world_shows_both_endings_and_the_test_of_the_rule(browser, open_session, play_out) -> None:
    session = open_session()
    path, table = f"/api/sessions/{session.id}/world", session.tables[0]
    asked = {"table": table.id, "world": "no_mediator"}
    assert browser.post(path, asked, browser.trainer).status_code == 409
    play_out(table)
    answer = browser.post(path, asked, browser.trainer).json()
    assert answer["as_played"] == answer["control"]
    assert answer["other"]["ending"] in ("agreement", "deadline", "walk_away")
    assert browser.post(path, asked).status_code == 401
    assert browser.post(path, {**asked, "world": "utopia"}, browser.trainer).status_code == 422
    other = open_session().tables[0]
    assert browser.post(path, {**asked, "table": other.id}, browser.trainer).status_code == 404


def test_a_card_says_what_the_seat_is_told_at_the_table(browser, open_session) -> None:
    session = open_session(tables=3)
    cards = browser.get(f"/api/sessions/{session.id}/cards?lang=ru", browser.trainer).json()["cards"]
    assert [card["role"] for card in cards] == ["government", "employers", "unions"]
    for table in session.tables:
        for card in cards:
            brief = table.played.view(card["role"], "ru")["brief"]
            assert card["line"] == pytest.approx(brief["line"], abs=1e-3)
            for issue in card["issues"]:
                assert issue["values"] == pytest.approx(brief["values"][issue["id"]], abs=1e-3)


def test_the_guide_says_what_the_model_expects(browser, open_session) -> None:
    guide = browser.get(f"/api/sessions/{open_session().id}/guide", browser.trainer).json()
    rates = {world: figures["rate"] for world, figures in guide["expected"].items()}
    assert set(rates) == {"as_is", "no_mediator", "mediator", "clear", "interests"}
    assert rates["mediator"] > rates["no_mediator"]
    assert all(figures["low"] <= figures["rate"] <= figures["high"] for figures in guide["expected"].values())
