"""Coming to a table: by code, by link; how many may."""

import pytest
from starlette.testclient import WebSocketDisconnect

from negotiation_sim.classroom.server.joining import MOST_AT_A_TABLE, MOST_ON_A_SEAT, clean_name
from negotiation_sim.classroom.server.tokens import hashed

from .conftest import cookie_of, received


def people(room, session):
    return [(seat.role, seat.name) for seat in room.classroom.session(session["id"]).tables[0].people]


def test_who_joins_takes_the_seat_from_the_agent(room):
    session = room.open()
    assert room.join(session, "union", name="Dana").json()["table"] == session["tables"][0]["id"]
    seats = room.get(f"/api/join/{session['code'].lower()}").json()["tables"][0]["seats"]
    assert {seat["role"]: seat["people"] for seat in seats} == {"employer": 0, "union": 1, "mediator": 0}
    assert room.classroom.session(session["id"]).tables[0].played.at("union").is_human


def test_several_people_share_a_seat(room):
    session = room.open()
    room.join(session, "union", name="Dana")
    cookie = cookie_of(room.join(session, "union", name="Yerlan"))
    with room.socket(f"/ws/t/{session['tables'][0]['id']}", cookie) as socket:
        view = received(socket, "view")
    assert [person["name"] for person in view["delegation"]] == ["Dana", "Yerlan"]
    assert [person["online"] for person in view["people"]] == [False, True]


def test_cookies_are_for_the_server_only_and_their_secret_is_not_kept(room):
    reply = room.join(room.open(), "union")
    cookie = reply.headers["set-cookie"].lower()
    assert all(rule in cookie for rule in ("httponly", "samesite=strict", "path=/;"))
    token = cookie_of(reply).partition("=")[2]
    assert token not in reply.text
    assert room.classroom.store.rows("SELECT token FROM people") == [{"token": hashed(token)}]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"code": "ZZZZZ"}, 404),
        ({"code": "00000"}, 404),
        ({"table": "A" * 16}, 404),
        ({"role": "the press"}, 422),
        ({"name": " \u200b\n"}, 422),
        ({"name": 5}, 422),
        ({"admin": True}, 422),
    ],
)
def test_a_wrong_request_seats_nobody(room, change, status):
    session = room.open()
    body = {"code": session["code"], "name": "Dana", "role": "union", "table": session["tables"][0]["id"]} | change
    reply = room.post("/api/join", body)
    assert reply.status_code == status
    assert reply.json()["why"]
    assert people(room, session) == []


def test_a_table_of_another_class_is_not_found(room):
    one, two = room.open(), room.open()
    assert room.join(one | {"tables": two["tables"]}, "union").status_code == 404


def test_a_seat_and_a_table_hold_so_many_and_no_more(room):
    session = room.open()
    assert [room.join(session, "union").status_code for _ in range(MOST_ON_A_SEAT)] == [200] * MOST_ON_A_SEAT
    assert room.join(session, "union").status_code == 409
    room.classroom.limits.joins._most = 1000.0
    table = room.classroom.session(session["id"]).tables[0]
    table.people = [table.people[0]._replace(role="elsewhere")] * MOST_AT_A_TABLE
    assert room.join(session, "employer").status_code == 409


def test_a_crowd_from_one_address_is_stopped(room):
    session = room.open()
    replies = [room.join(session, "nobody").status_code for _ in range(100)]
    assert replies.count(429) >= 30
    assert set(replies) == {422, 429}


def test_codes_cannot_be_tried_out(room):
    replies = [room.get("/api/join/ZZZZZ").status_code for _ in range(200)]
    assert replies.count(429) >= 70


def test_who_joins_again_is_one_person(room):
    session = room.open()
    cookie = cookie_of(room.join(session, "union", name="Dana"))
    cookie_of(room.join(session, "employer", name="Dana", cookie=cookie))
    assert people(room, session) == [("employer", "Dana")]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Аня  \n Ким ", "Аня Ким"),
        ("a\u202eb\x00c\x1b[0m", "abc[0m"),
        ("Ә" * 50, "Ә" * 40),
        ("<b>", "<b>"),
        ("\ud800x", "x"),
    ],
)
def test_names_are_kept_as_written_without_marks(written, kept):
    assert clean_name(written) == kept


def test_a_link_of_the_trainer_moves_a_seat_to_another_device_once(room):
    session = room.open()
    path = f"/ws/t/{session['tables'][0]['id']}"
    old = cookie_of(room.join(session, "union", name="Dana"))
    link = room.order(session["id"], do="reissue", table=session["tables"][0]["id"], role="union").json()["link"]
    page, _, token = link.partition("#claim=")
    assert page == f"/t/{session['tables'][0]['id']}"
    with room.socket(path, old) as before:
        new = cookie_of(room.post("/api/claim", {"token": token}))
        with pytest.raises(WebSocketDisconnect) as closed:
            while True:
                before.receive_json()
        assert closed.value.code == 4401
    assert people(room, session) == [("union", "Dana")]
    with room.socket(path, new) as socket:
        assert received(socket, "view")["me"]["role"] == "union"
    assert room.post("/api/claim", {"token": token}).status_code == 404


def test_a_link_grows_too_old(room):
    session = room.open()
    link = room.order(session["id"], do="reissue", table=session["tables"][0]["id"], role="union").json()["link"]
    room.classroom.store.write("UPDATE claims SET until = '2020-01-01T00:00:00+00:00'")
    assert room.post("/api/claim", {"token": link.partition("#claim=")[2]}).status_code == 404


def test_who_takes_another_seat_leaves_the_first_one_to_the_agent(room) -> None:
    opened = room.open()
    first, second = room.classroom.session(opened["id"]).scenario.roles[:2]
    cookie = cookie_of(room.join(opened, first))
    cookie_of(room.join(opened, second, cookie=cookie))
    played = room.classroom.session(opened["id"]).tables[0].played
    assert [played.at(role).is_human for role in (first, second)] == [False, True]
