"""Who may come in: codes, tokens, PIN, Host, Origin, and what a request may carry."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import closing
from itertools import islice, product
from time import perf_counter

import httpx2 as httpx
import pytest
from classroom_server import SeatClient, Trainer, own_address
from websockets.exceptions import InvalidStatus, WebSocketException


def test_forged_seat_tokens_open_nothing(room) -> None:
    forged = SeatClient(room.server, "Nobody")
    forged.table = room.table
    for token in ("", "x", "0" * 64, "' OR 1=1 --", "../../etc/passwd", "null", "A" * 4000):
        forged.http.cookies.clear()
        forged.http.cookies.set(f"seat_{room.table}", token)
        try:
            forged.connect()
            first = forged.receive()
        except (WebSocketException, httpx.HTTPError, OSError):
            continue
        assert "brief" not in first.get("view", {}) or first["view"]["brief"] is None, token
        assert first.get("view", {}).get("me", {}).get("role") in (None, "observer"), token
        forged.socket.close()
    forged.close()
    room.in_peace("nobody came")


def test_one_tables_seat_is_no_seat_at_another(server) -> None:
    trainer = Trainer(server)
    opened = trainer.open_session(tables=2)
    tables = [table["id"] for table in httpx.get(f"{server.url}/api/join/{opened['code']}").json()["tables"]]
    seat = SeatClient(server, "Dana")
    with closing(trainer), closing(seat):
        assert seat.join(opened["code"], "unions", tables[0]).is_success
        token = seat.http.cookies[f"seat_{tables[0]}"]
        seat.http.cookies.clear()
        seat.http.cookies.set(f"seat_{tables[1]}", token)
        seat.table = tables[1]
        try:
            seat.connect()
            view = seat.receive().get("view", {})
        except WebSocketException:
            return
        assert view.get("brief") is None
        assert view.get("me", {}).get("role") in (None, "observer")


@pytest.mark.parametrize("path", ["/ws/s/{session}", "/ws/t/{table}?as=trainer"])
def test_a_seat_does_not_get_the_trainers_sockets(guarded, path) -> None:
    from websockets.sync.client import connect

    address = f"ws://{guarded.server.host}" + path.format(session=guarded.session, table=guarded.table)
    headers = guarded.me.cookie_header()
    with (
        pytest.raises(WebSocketException),
        connect(address, additional_headers=headers, origin=guarded.server.url, proxy=None) as opened,
    ):
        frame = json.loads(opened.recv(timeout=5))
        assert "sides" not in frame.get("view", {}), frame.keys()
        assert "grid" not in frame
        pytest.fail(f"{path} let a seat in: {list(frame)}")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/sessions"),
        ("POST", "/api/sessions/{session}/do"),
        ("GET", "/api/sessions/{session}/debrief"),
        ("GET", "/api/sessions/{session}/export.csv"),
        ("GET", "/api/sessions/{session}/export.json"),
        ("POST", "/api/sessions/{session}/world"),
        ("GET", "/api/t/{table}/debrief"),
    ],
)
def test_a_seat_does_not_get_the_trainers_answers(guarded, method, path) -> None:
    body = {"json": {"do": "close"}} if method == "POST" else {}
    reply = guarded.me.http.request(method, path.format(session=guarded.session, table=guarded.table), **body)
    assert reply.status_code in (401, 403, 404, 409), (reply.status_code, reply.text[:200])
    guarded.in_peace("the table is still open")


def test_another_sites_page_cannot_act(room) -> None:
    evil = {"Origin": "http://evil.example"}
    for path, body in (
        (f"/api/sessions/{room.session}/do", {"do": "close"}),
        ("/api/sessions", {"scenario": "two_party_textbook"}),
        ("/api/trainer/login", {"pin": "0000"}),
    ):
        reply = room.trainer.http.post(path, json=body, headers=evil)
        assert reply.status_code in (400, 401, 403), (path, reply.status_code)
    reply = room.me.http.post(
        "/api/join", json={"code": room.code, "name": "x", "role": "observer", "table": room.table}, headers=evil
    )
    assert reply.status_code in (400, 403)
    room.in_peace("nobody closed it")


def test_a_form_from_another_site_cannot_act(room) -> None:
    """What a browser sends across sites without asking first: no JSON content type."""
    body = json.dumps({"do": "close"})
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        for origin in ("null", "http://evil.example"):
            reply = room.trainer.http.post(
                f"/api/sessions/{room.session}/do", content=body, headers={"Content-Type": kind, "Origin": origin}
            )
            assert 400 <= reply.status_code < 500, (kind, origin, reply.status_code)
    room.in_peace("nobody closed it")


def test_a_socket_from_another_site_is_refused(room) -> None:
    for origin in ("http://evil.example", "null", f"http://{room.server.host}.evil.example"):
        with pytest.raises((InvalidStatus, WebSocketException)):
            room.me.connect(Origin=origin)
            room.me.receive()
    room.in_peace("alone")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "localhost.evil.example", ""])
def test_a_wrong_host_is_refused(server, host) -> None:
    """DNS rebinding: a page of another name that points at this address."""
    reply = httpx.get(f"{server.url}/api/sessions", headers={"Host": host})
    assert 400 <= reply.status_code < 500, reply.status_code
    page = httpx.get(f"{server.url}/trainer", headers={"Host": host})
    assert not page.cookies, "a trainer's cookie for another host"


def test_the_pin_cannot_be_guessed_by_trying(open_server) -> None:
    """A guesser is made to wait, whatever is guessed next, and has become nobody."""
    with httpx.Client(
        base_url=open_server.url, headers={"Origin": open_server.url}, transport=own_address()
    ) as guesser:
        codes = [guesser.post("/api/trainer/login", json={"pin": f"{pin:06}"}).status_code for pin in range(40)]
        assert set(codes) == {403, 429}, codes
        assert codes.count(403) <= 20, codes
        assert guesser.get("/api/sessions").status_code == 401
    # Nor by asking from many addresses at once.
    tried = []
    for pin in range(60):
        with httpx.Client(base_url=open_server.url, transport=own_address()) as other:
            origin = {"Origin": open_server.url}
            tried.append(other.post("/api/trainer/login", json={"pin": f"{pin:06}"}, headers=origin).status_code)
    assert tried.count(403) <= 20, tried


@pytest.mark.parametrize(
    "path",
    [
        "/static/../server/app.py",
        "/static/%2e%2e/%2e%2e/__init__.py",
        "/static/..%2f..%2f__init__.py",
        "/static/....//....//__init__.py",
        "/static//etc/passwd",
        "/static/%00",
        "/static/js/..\\..\\..\\__init__.py",
        "/i18n/../../pyproject.json",
        "/i18n/%2e%2e%2fru.json",
        "/qr/%2e%2e.svg",
    ],
)
def test_no_path_leads_out_of_the_static_folder(server, path) -> None:
    """Sent raw, as a client that does not tidy its paths sends it."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as plain:
        plain.sendall(f"GET {path} HTTP/1.1\r\nHost: {server.host}\r\nConnection: close\r\n\r\n".encode())
        reply = b"".join(iter(lambda: plain.recv(65536), b""))
    status = int(reply.split()[1])
    assert 400 <= status < 500, reply[:300]
    assert b"import" not in reply
    assert b"root:" not in reply


@pytest.mark.parametrize(
    "address",
    [
        "/t/{}",
        "/trainer/{}",
        "/screen/{}",
        "/j/{}",
        "/poll/{}",
        "/api/join/{}",
        "/qr/{}.svg",
        "/api/t/{}/debrief",
        "/cards/{}",
        "/survey/{}",
        "/story/{}",
        "/api/sessions/{}/debrief",
        "/api/sessions/{}/export.csv",
    ],
)
def test_strange_ids_are_not_found_and_break_nothing(server, address) -> None:
    trainer = Trainer(server)
    with closing(trainer):
        for strange in ("'%20OR%201=1--", "%3Cscript%3E", "A" * 3000, "%F0%9F%92%A5", "..", "%00", "-1", "nan"):
            reply = trainer.http.get(address.format(strange))
            assert reply.status_code < 500, (strange, reply.status_code)
            assert "<script>alert" not in reply.text
            assert "Traceback" not in reply.text


def test_a_crowd_that_joins_does_not_stop_the_class(room) -> None:
    began, replies = perf_counter(), []
    body = {"code": room.code, "role": "observer", "table": room.table}
    for device in range(3):
        with httpx.Client(base_url=room.server.url, transport=own_address()) as crowd:
            for number in range(50):
                named = {**body, "name": f"{device}-{number}"}
                reply = crowd.post("/api/join", json=named, headers={"Origin": room.server.url})
                replies.append(reply.status_code)
                crowd.cookies.clear()
    assert set(replies) == {200, 409}, set(replies)
    assert replies.count(200) <= 60, "no limit on how many join"
    room.in_peace("a full room")
    assert perf_counter() - began < 60


def test_codes_cannot_be_found_by_trying(server) -> None:
    body = {"name": "x", "role": "observer", "table": "t" * 16}
    with httpx.Client(base_url=server.url, headers={"Origin": server.url}, transport=own_address()) as guesser:
        posted = [guesser.post("/api/join", json={**body, "code": f"AB{n:03}"}).status_code for n in range(222, 322)]
        asked = [guesser.get(f"/api/join/{code}").status_code for code in islice(codes_to_try(), 170)]
    for replies in (posted, asked):
        assert set(replies) == {404, 429}, set(replies)


def codes_to_try() -> Iterator[str]:
    """Codes as they are made, one after the other."""
    return ("".join(letters) for letters in product("ABCDEFGH23456", repeat=5))


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xff", b"[" * 30_000, b'{"a":' * 10_000, b"x" * 70_000, b"9" * 9000],
    ids=["empty", "open", "list", "null", "text", "bytes", "deep list", "deep object", "too long", "long number"],
)
@pytest.mark.parametrize(
    "path", ["/api/join", "/api/claim", "/api/sessions", "/api/sessions/{session}/do", "/api/t/{table}/survey"]
)
def test_a_body_that_is_no_request_is_refused(room, path, body) -> None:
    reply = room.trainer.http.post(
        path.format(session=room.session, table=room.table), content=body, headers={"Content-Type": "application/json"}
    )
    assert 400 <= reply.status_code < 500, (reply.status_code, reply.text[:200])


def test_a_body_that_never_ends_is_cut_off(server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=15) as plain:
        head = f"POST /api/join HTTP/1.1\r\nHost: {server.host}\r\nOrigin: {server.url}\r\n"
        plain.sendall((head + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n").encode())
        chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
        status = b""
        try:
            for _ in range(200):  # 13 MB, of which the server may want 64 KiB
                plain.sendall(chunk)
        except OSError:
            pass
        else:
            plain.sendall(b"0\r\n\r\n")
        try:
            status = plain.recv(200)
        except OSError:
            status = b"HTTP/1.1 413 the connection was cut"
        assert status.split()[1] in (b"413", b"400"), status


def test_without_lan_the_server_listens_on_this_machine_only(server) -> None:
    with pytest.raises(OSError), socket.create_connection(("127.0.0.2", server.port), timeout=5):
        pytest.fail("it listens on every address")
