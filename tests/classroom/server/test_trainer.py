"""The trainer: PIN, sessions, buttons."""

import json

import pytest
from starlette.testclient import WebSocketDisconnect

from .conftest import PIN, cookie_of, received


def test_only_the_pin_lets_the_trainer_in(room):
    assert room.post("/api/trainer/login", {"pin": "000000"}).status_code == 403
    assert room.get("/api/sessions").status_code == 401
    assert room.get("/api/sessions", room.trainer()).status_code == 200
    cookie = room.post("/api/trainer/login", {"pin": PIN}).headers["set-cookie"].lower()
    assert all(rule in cookie for rule in ("httponly", "samesite=strict", "path=/;"))


def test_the_pin_cannot_be_guessed(room):
    replies = [room.post("/api/trainer/login", {"pin": f"{pin:06}"}).status_code for pin in range(30)]
    assert replies == [403] * 5 + [429] * 25
    assert room.post("/api/trainer/login", {"pin": PIN}).status_code == 429


def test_nor_from_many_addresses_at_once(room):
    room.classroom.limits.pins._most = 1000.0
    replies = [room.post("/api/trainer/login", {"pin": f"{pin:06}"}).status_code for pin in range(30)]
    assert 10 <= replies.count(403) <= 12


def test_without_a_pin_all_are_trainers(start):
    with start(pin=None) as room:
        assert room.get("/api/sessions").json() == []
        assert room.post("/api/trainer/login", {}).status_code == 204


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/api/sessions"), ("POST", "/api/sessions"), ("POST", "/api/sessions/{id}/do")]
)
def test_a_seat_is_no_trainer(room, method, path):
    session = room.open()
    cookie = cookie_of(room.join(session, "union"))
    path = path.format(**session)
    reply = room.get(path, cookie) if method == "GET" else room.post(path, {"do": "close"}, cookie)
    assert reply.status_code == 401


@pytest.mark.parametrize(
    "wrong",
    [{"scenario": None}, {"text": "name: x"}, {"scenario": "no_such_case"}, {"scenario": "../x"}, {"tables": 0},
     {"tables": 41}, {"tables": True}, {"lang": "de"}, {"more": 1}],
)  # fmt: skip
def test_a_wrong_session_is_refused(room, wrong):
    body = {"scenario": "two_party_textbook", "tables": 1, "lang": "en"} | wrong
    reply = room.post("/api/sessions", body, room.trainer())
    assert reply.status_code == 422
    assert room.classroom.sessions == {}


def test_a_session_is_as_the_trainer_wished(room):
    session = room.open(noise=False, mediator=True, tables=3, lang="ru", title=" Мой\u202e класс ")
    opened = room.classroom.session(session["id"])
    assert (opened.title, opened.lang, opened.noise, len(opened.tables)) == ("Мой класс", "ru", False, 3)
    assert opened.scenario.communication.quality == 1
    assert opened.scenario.mediator.style == "facilitative"
    assert [table.number for table in opened.tables] == [1, 2, 3]
    assert len({table.id for table in opened.tables}) == 3


def test_the_grid_follows_the_tables(room):
    session = room.open(tables=2)
    with room.socket(f"/ws/s/{session['id']}", room.trainer()) as socket:
        grid = received(socket, "grid")
        assert (grid["session"]["code"], grid["session"]["state"]) == (session["code"], "lobby")
        room.join(session, "union", name="Dana")
        room.order(session["id"], do="start", table=session["tables"][0]["id"])
        while (grid := received(socket, "grid"))["tables"][0]["state"] != "playing":
            pass
    table = grid["tables"][0]
    assert table["awaited"] == ["union"]
    assert table["waiting_since"]
    assert [seat["people"] for seat in table["seats"]] == [[], ["Dana"], []]
    assert grid["tables"][1]["state"] == "lobby"


def test_pause_and_resume_go_to_all_tables_that_can(room):
    session = room.open(tables=2)
    one = session["tables"][0]["id"]
    room.order(session["id"], do="start", table=one)
    assert room.order(session["id"], do="pause").status_code == 200
    tables = room.classroom.session(session["id"]).tables
    assert [table.played.state for table in tables] == ["paused", "lobby"]
    assert room.order(session["id"], do="pause").status_code == 409
    assert room.order(session["id"], do="resume").json() == {}
    assert tables[0].played.state == "playing"


def test_agents_play_a_table_out(room):
    session = room.open()
    room.order(session["id"], do="start")
    assert room.order(session["id"], do="play_out").status_code == 200
    assert room.classroom.session(session["id"]).state == "ended"


def test_a_released_seat_goes_back_to_the_agent(room):
    session = room.open()
    table = session["tables"][0]["id"]
    cookie = cookie_of(room.join(session, "union"))
    with room.socket(f"/ws/t/{table}", cookie) as socket:
        room.order(session["id"], do="release", table=table, role="union")
        with pytest.raises(WebSocketDisconnect) as closed:
            while True:
                socket.receive_json()
    assert closed.value.code == 4401
    assert room.classroom.table(table).people == []
    assert not room.classroom.table(table).played.at("union").is_human


def test_the_agent_moves_once_for_a_person_who_does_not(room):
    session = room.open()
    room.join(session, "union")
    room.order(session["id"], do="start")
    played = room.classroom.session(session["id"]).tables[0].played
    phase = played.phase
    assert played.awaited == ("union",)
    room.order(session["id"], do="agent_moves", role="union")
    assert played.phase != phase
    assert played.at("union").is_human


def test_a_nudge_is_shown_and_forgotten(room, monkeypatch):
    monkeypatch.setattr("negotiation_sim.classroom.server.orders.NUDGE_SECONDS", 0.01)
    session = room.open()
    cookie = cookie_of(room.join(session, "union"))
    room.order(session["id"], do="start")
    with room.socket(f"/ws/t/{session['tables'][0]['id']}", cookie) as socket:
        room.order(session["id"], do="nudge", text="Five minutes left")
        while received(socket, "view")["nudge"] != "Five minutes left":
            pass
        while received(socket, "view")["nudge"] is not None:
            pass


def test_debrief_is_shown_to_all_tables(room):
    session = room.open()
    cookie = cookie_of(room.join(session, "union"))
    with room.socket(f"/ws/t/{session['tables'][0]['id']}", cookie) as socket:
        room.order(session["id"], do="debrief")
        while received(socket, "view")["state"] != "debrief":
            pass


def test_a_deleted_session_sends_everybody_away(room):
    session = room.open()
    cookie = cookie_of(room.join(session, "union"))
    with room.socket(f"/ws/t/{session['tables'][0]['id']}", cookie) as socket:
        assert room.order(session["id"], do="delete").status_code == 200
        with pytest.raises(WebSocketDisconnect) as closed:
            while True:
                socket.receive_json()
        assert closed.value.code == 4410
    assert room.get(f"/api/join/{session['code']}").status_code == 404
    assert room.classroom.store.rows("SELECT * FROM events") == []


def test_a_table_added_later_is_another_run(room):
    session = room.open()
    added = room.order(session["id"], do="add_table").json()["table"]
    assert room.classroom.table(added).number == 2


@pytest.mark.parametrize("order", [{"do": "win"}, {"do": "release"}, {"do": "start", "table": "A" * 16}, {}])
def test_a_wrong_order_is_refused(room, order):
    session = room.open()
    reply = room.post(f"/api/sessions/{session['id']}/do", order, room.trainer())
    assert reply.status_code in (404, 422)


def test_cases_come_in_the_readers_language(room):
    russian = {case["name"]: case for case in room.get("/api/cases?lang=ru").json()}
    assert russian["kazakhstan_general_agreement"]["title"] == "Генеральное соглашение Казахстана"
    assert all(case["description"] for case in russian.values())


def test_an_uploaded_scenario_is_opened(room):
    text = json.dumps(room.classroom.session(room.open()["id"]).scenario.canonical())
    session = room.open(scenario=None, text=text)
    assert room.classroom.session(session["id"]).scenario.issues.keys() >= {"wage_rise"}


def test_opening_the_debrief_ends_talks_that_still_go_on(room) -> None:
    opened = room.open(tables=2)
    room.join(opened, room.classroom.session(opened["id"]).scenario.roles[0])
    room.order(opened["id"], do="start")
    room.order(opened["id"], do="debrief")
    assert [table.played.state for table in room.classroom.session(opened["id"]).tables] == ["ended", "ended"]
