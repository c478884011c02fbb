"""Host, Origin, kind and size of what comes in; the headers of what goes out."""

import asyncio
import json

import pytest
from starlette.testclient import WebSocketDisconnect

from negotiation_sim.classroom.server.guard import LARGEST_BODY, LARGEST_UPLOAD, Guard

from .conftest import HOST, ORIGIN

JSON = {"content-type": "application/json"}


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "localhost.evil.example", "127.0.0.1.evil", ""])
def test_another_name_is_refused(room, host):
    assert room.http.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1", "[::1]:8765"])
def test_own_names_are_served(room, host):
    assert room.http.get("/healthz", headers={"host": host}).text == "ok"


@pytest.mark.parametrize(("arrived_at", "status"), [("192.0.2.7", 200), ("192.0.2.8", 421)])
def test_an_address_is_own_where_the_connection_came_in_on_it(arrived_at, status):
    """So an address that the machine is given after the start is served too."""
    sent = []

    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message):
        sent.append(message)

    headers = [(b"host", b"192.0.2.7:8765")]
    scope = {"type": "http", "method": "GET", "path": "/", "headers": headers, "server": (arrived_at, 8765)}
    asyncio.run(Guard(app, [])(scope | {"scheme": "http"}, None, send))
    assert sent[0]["status"] == status


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", f"https://{HOST}", f"http://{HOST}.evil"])
def test_a_post_of_another_page_is_refused(room, origin):
    headers = JSON | ({"origin": origin} if origin else {})
    assert room.http.post("/api/trainer/login", content=b"{}", headers=headers).status_code == 403


@pytest.mark.parametrize("origin", ["null", "http://evil.example"])
def test_a_socket_of_another_page_is_refused(room, origin):
    session = room.open()
    with pytest.raises(WebSocketDisconnect), room.socket(f"/ws/screen/{session['id']}", origin=origin):
        pass
    with room.socket(f"/ws/screen/{session['id']}") as socket:
        assert "screen" in socket.receive_json()


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_what_a_form_can_send_is_refused(room, kind):
    reply = room.http.post("/api/trainer/login", content=b"{}", headers=ORIGIN | {"content-type": kind})
    assert reply.status_code == 415


@pytest.mark.parametrize(("path", "most"), [("/api/join", LARGEST_BODY), ("/api/sessions", LARGEST_UPLOAD)])
def test_a_body_too_large_is_refused_before_it_is_read(room, path, most):
    body = b'"' + b"x" * most + b'"'
    reply = room.http.post(path, content=body, headers=ORIGIN | JSON)
    assert reply.status_code == 413
    assert reply.json()["why"] == "This is too large."


def test_a_body_that_does_not_say_its_size_is_cut_off(room):
    asked = []

    def endless():
        for _ in range(100):
            asked.append(1)
            yield b" " * 10_000

    reply = room.http.post("/api/join", content=endless(), headers=ORIGIN | JSON)
    assert reply.status_code == 413


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"NaN", b'{"pin": NaN}', b"\xff", b"[" * 30_000, b'{"a":' * 9000, b"9" * 9000,
     b'{"pin": "\\ud800"}', b'{"pin": 1}', b'{"pin": "x", "more": 1}'],
)  # fmt: skip
def test_a_body_that_is_no_request_is_refused(room, body):
    reply = room.http.post("/api/trainer/login", content=body, headers=ORIGIN | JSON)
    assert reply.status_code in (400, 422)
    assert reply.json()["why"]


@pytest.mark.parametrize("path", ["/", "/trainer", "/static/js/ui.js", "/i18n/ru.json", "/nowhere", "/api/sessions"])
def test_headers_of_every_answer(room, path):
    headers = room.get(path).headers
    policy = headers["content-security-policy"]
    for rule in ("default-src 'self'", "script-src 'self';", "object-src 'none'", "frame-ancestors 'none'"):
        assert rule in policy
    assert f"connect-src 'self' ws://{HOST};" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]


def test_a_refusal_says_why_in_json(room):
    reply = room.get("/api/sessions")
    assert reply.status_code == 401
    assert json.loads(reply.content) == {"why": "This is for the trainer: enter the PIN first.", "with": {}}
