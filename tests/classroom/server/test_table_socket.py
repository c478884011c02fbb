"""Acting at a table: once each, seen by all who may, kept over a restart."""

import json
import sqlite3

import pytest
from starlette.testclient import WebSocketDisconnect

from negotiation_sim.classroom.server.socket_care import A_SECOND, LARGEST_MESSAGE, PATIENCE

from .conftest import PIN, cookie_of, received

SAY = {"do": "say", "to": None, "text": "good morning"}


@pytest.fixture
def seat(room):
    """A table at work: the address of its socket, and the cookie of a side."""
    session = room.open()
    cookie = cookie_of(room.join(session, "employer"))
    room.order(session["id"], do="start")
    return f"/ws/t/{session['tables'][0]['id']}", cookie


def said(view):
    return [entry["text"] for entry in view["log"] if entry["kind"] == "said"]


def test_an_action_is_acknowledged_and_shown_to_all_at_the_table(room, seat):
    path, cookie = seat
    with room.socket(path, cookie) as mine, room.socket(path + "?as=trainer", room.trainer()) as trainer:
        mine.send_json({"seq": 5, "action": SAY})
        while said(received(mine, "view")) != ["good morning"]:
            pass
        while said(received(trainer, "view")) != ["good morning"]:
            pass
        mine.send_json({"seq": 6, "action": SAY})
        while received(mine, "ack") != {"ack": 6}:
            pass


def test_the_same_number_is_acknowledged_again_and_done_once(room, seat):
    path, cookie = seat
    for _ in range(2):
        with room.socket(path, cookie) as socket:
            for seq in (9, 9, 8):
                socket.send_json({"seq": seq, "action": SAY})
                assert received(socket, "ack") == {"ack": seq}
    with room.socket(path, cookie) as socket:
        assert said(received(socket, "view")) == ["good morning"] * 2


@pytest.mark.parametrize(
    "action",
    [
        {"do": "step"}, {"do": "close"}, {"do": "sit", "seat": "union"}, {"do": "release", "seat": "employer"},
        SAY | {"seat": "union"}, SAY | {"n": 1}, SAY | {"more": 1}, {}, [], "done", None, {"do": ["say"]},
        {"do": "say", "to": None, "text": "x" * 281},
    ],
)  # fmt: skip
def test_what_a_seat_may_not_do_is_refused_and_changes_nothing(room, seat, action):
    path, cookie = seat
    with room.socket(path, cookie) as socket:
        before = received(socket, "view")["version"]
        socket.send_json({"seq": 5, "action": action})
        refusal = received(socket, "refused")
        assert refusal["refused"] == 5
        assert refusal["why"]
        socket.send_json({"seq": 6, "action": SAY})
        assert received(socket, "view")["version"] == before + 1


@pytest.mark.parametrize(
    "text",
    ["", "{", "[" * 4000, "null", "[1]", '{"seq": true, "action": {"do": "done"}}', '{"seq": -1, "action": {}}',
     '{"seq": 1e400, "action": {}}', '{"seq": 1, "action": {"do": "say", "to": null, "text": "\\ud800"}}'],
)  # fmt: skip
def test_what_is_no_message_is_refused_and_the_socket_lives(room, seat, text):
    path, cookie = seat
    with room.socket(path, cookie) as socket:
        socket.send_text(text)
        assert received(socket, "refused")["why"] == "This is no action of a seat."
        socket.send_json({"seq": 6, "action": SAY})
        assert received(socket, "ack") == {"ack": 6}


def test_a_page_is_sent_what_has_changed_and_all_of_it_when_it_asks(room, seat):
    path, cookie = seat
    with room.socket(path, cookie) as socket:
        before = received(socket, "view")
        socket.send_json({"seq": 5, "action": SAY})
        frame = received(socket, "frame")
        assert said(frame) == ["good morning"]
        assert frame["change"].keys() == {"version"}
        now = vars(socket)["page"].view
        assert now == {**before, **frame["change"], "log": [*before["log"], *frame["log"]]}
        received(socket, "ack")
        socket.send_json({"again": True})
        assert received(socket, "frame") == {"view": now, "frame": frame["frame"] + 1}


def test_an_observer_and_the_trainer_cannot_act(room, seat):
    path, _ = seat
    session = next(iter(room.classroom.sessions.values()))
    joined = {"id": session.id, "code": session.code, "tables": [{"id": session.tables[0].id}]}
    observer = cookie_of(room.join(joined, "observer"))
    for address, cookie in ((path, observer), (path + "?as=trainer", room.trainer())):
        with room.socket(address, cookie) as socket:
            socket.send_json({"seq": 5, "action": SAY})
            assert received(socket, "refused")["why"] == "Who looks on cannot act."


def test_a_message_too_large_closes_the_socket(room, seat):
    path, cookie = seat
    with room.socket(path, cookie) as socket, pytest.raises(WebSocketDisconnect) as closed:
        socket.send_text("x" * (LARGEST_MESSAGE + 1))
        while True:
            socket.receive_json()
    assert closed.value.code == 1009


def test_a_flood_is_refused_and_then_closed(room, seat):
    path, cookie = seat
    refused = 0
    with room.socket(path, cookie) as socket, pytest.raises(WebSocketDisconnect) as closed:
        for seq in range(PATIENCE + 30 * A_SECOND):
            socket.send_json({"seq": seq, "action": {"do": "nothing"}})
            refused += "Too fast; wait a second." in str(socket.receive_json())
    assert closed.value.code == 1008
    assert 0 < refused <= PATIENCE


@pytest.mark.parametrize("limit", ["MOST_FROM_ONE_ADDRESS", "MOST_SOCKETS"])
def test_so_many_sockets_and_no_more(room, seat, monkeypatch, limit):
    monkeypatch.setattr(f"negotiation_sim.classroom.server.socket_care.{limit}", 1)
    path, cookie = seat
    for _ in range(2):  # who goes makes room for the next
        with room.socket(path, cookie) as first:
            received(first, "view")
            with room.socket(path, cookie) as second, pytest.raises(WebSocketDisconnect) as closed:
                second.receive_json()
            assert closed.value.code == 1013


@pytest.mark.parametrize(
    ("path", "cookie", "code"),
    [
        ("/ws/t/{table}", "", 4401),
        ("/ws/t/{table}", "seat_{table}=forged", 4401),
        ("/ws/t/{table}?as=trainer", "", 4403),
        ("/ws/t/{table}?as=trainer", "trainer=forged", 4403),
        ("/ws/s/{session}", "", 4403),
        ("/ws/t/AAAAAAAAAAAAAAAA", "", 4404),
        ("/ws/screen/AAAAAAAAAAAAAAAA", "", 4404),
    ],
)
def test_strangers_are_turned_away_for_good(room, path, cookie, code):
    session = room.open()
    names = {"table": session["tables"][0]["id"], "session": session["id"]}
    with room.socket(path.format(**names), cookie.format(**names)) as socket:
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
        assert closed.value.code == code


def test_a_seat_of_one_table_is_none_at_another(room):
    session = room.open(tables=2)
    one, two = (table["id"] for table in session["tables"])
    token = cookie_of(room.join(session, "employer")).partition("=")[2]
    with room.socket(f"/ws/t/{two}", f"seat_{two}={token}") as socket, pytest.raises(WebSocketDisconnect):
        socket.receive_json()
    with room.socket(f"/ws/t/{one}", f"seat_{one}={token}") as socket:
        assert received(socket, "view")["me"]["role"] == "employer"


def numbers(value):
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = {value} if isinstance(value, float) and value not in (0.0, 0.5, 1.0) else set()
    return own.union(*map(numbers, parts))


def test_no_seat_is_shown_what_another_one_values(room):
    session = room.open(scenario="kazakhstan_general_agreement")
    table = session["tables"][0]["id"]
    cookies = {role: cookie_of(room.join(session, role)) for role in ("employers", "unions", "observer")}
    room.order(session["id"], do="start")
    texts = {}
    for role, cookie in cookies.items():
        with room.socket(f"/ws/t/{table}", cookie) as socket:
            texts[role] = received(socket, "view")
    briefs = {role: numbers(texts[role]["brief"]) for role in ("employers", "unions")}
    shared = numbers(texts["observer"]) | (briefs["employers"] & briefs["unions"])
    secrets = {role: brief - shared for role, brief in briefs.items()}
    assert len(secrets["unions"]) > 5
    assert not secrets["unions"] & numbers(texts["employers"])
    assert not (secrets["unions"] | secrets["employers"]) & numbers(texts["observer"])
    with room.socket(f"/ws/screen/{session['id']}") as screen:
        assert not (secrets["unions"] | secrets["employers"]) & numbers(received(screen, "screen"))
    assert "sides" not in texts["employers"]


def test_a_restart_keeps_tables_seats_numbers_and_the_trainer(start):
    with start() as room:
        session = room.open()
        path = f"/ws/t/{session['tables'][0]['id']}"
        cookie, trainer = cookie_of(room.join(session, "employer")), room.trainer()
        room.order(session["id"], do="start")
        with room.socket(path, cookie) as socket:
            socket.send_json({"seq": 5, "action": SAY})
            received(socket, "ack")
        with room.socket(path, cookie) as socket:
            before = received(socket, "view")
    with start() as room:
        with room.socket(path, cookie) as socket:
            assert received(socket, "view") == before
            socket.send_json({"seq": 5, "action": SAY})
            assert received(socket, "ack") == {"ack": 5}
        with room.socket(path, cookie) as socket:
            assert received(socket, "view")["version"] == before["version"]
        assert room.get("/api/sessions", trainer).json()[0]["code"] == session["code"]


def test_a_table_folded_again_is_the_same_to_the_last_number(start):
    with start() as room:
        session = room.open(mediator=True)
        path, trainer = f"/ws/t/{session['tables'][0]['id']}?as=trainer", room.trainer()
        room.order(session["id"], do="start")
        room.order(session["id"], do="play_out")
        with room.socket(path, trainer) as socket:
            before = received(socket, "view")
    assert (before["state"], len(before["log"]) > 10) == ("ended", True)
    with start() as room:
        table = room.classroom.session(session["id"]).tables[0]
        assert room.get("/api/sessions", trainer).json()[0]["state"] == "ended"
        assert table._played is None, "a list of sessions folds nothing"
        with room.socket(path, trainer) as socket:
            assert received(socket, "view") == before


def test_what_cannot_be_saved_has_not_happened(room, seat, monkeypatch):
    path, cookie = seat
    store = room.classroom.store
    with room.socket(path, cookie) as socket:
        before = received(socket, "view")

        def full(*event):
            raise sqlite3.OperationalError("database or disk is full")

        monkeypatch.setattr(store, "append", full)
        socket.send_json({"seq": 5, "action": SAY})
        assert received(socket, "refused")["why"].startswith("This could not be saved")
        monkeypatch.undo()
        with room.socket(path, cookie) as second:
            shown = received(second, "view")
            assert (shown["log"], shown["version"]) == (before["log"], before["version"])
        socket.send_json({"seq": 5, "action": SAY})
        assert received(socket, "ack") == {"ack": 5}


def test_an_error_within_loses_nothing(room, seat, monkeypatch):
    path, cookie = seat
    table = next(iter(room.classroom.sessions.values())).tables[0]
    with room.socket(path, cookie) as socket:
        before = received(socket, "view")

        def broken(event):
            table.played.record.entries.clear()
            raise ZeroDivisionError

        monkeypatch.setattr(table.played, "apply", broken)
        socket.send_json({"seq": 5, "action": SAY})
        assert received(socket, "refused")["why"].startswith("This should not have happened")
        socket.send_json({"seq": 6, "action": SAY})
        assert len(received(socket, "view")["log"]) == len(before["log"]) + 1


def test_a_view_comes_in_the_language_asked_for(room, seat):
    path, cookie = seat
    with room.socket(path + "?lang=kk", cookie) as socket:
        view = received(socket, "view")
        assert view["lang"] == "kk"
        assert "жұмыс беруші" in json.dumps(view, ensure_ascii=False)


def test_the_pin_is_in_no_answer_to_a_seat(room, seat):
    path, cookie = seat
    with room.socket(path, cookie) as socket:
        assert PIN not in socket.receive_text()
