"""Stands before all routes: whose name is called, from which page, how much comes in, which headers go out."""

from __future__ import annotations

import contextlib
import ipaddress
import json
from collections.abc import Iterable, MutableMapping
from typing import TYPE_CHECKING, Any

from starlette.datastructures import Headers, MutableHeaders

from negotiation_sim.classroom.server.refusals import Refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ = str  # marks sentences for the message catalogues; the browser looks them up
LARGEST_BODY = 64 * 1024
LARGEST_UPLOAD = 2_000_000
"""Bytes of a request that brings a scenario: a text of 1,000,000 bytes, and what JSON adds to it."""

_UPLOADS = "/api/sessions"
_SAFE = ("GET", "HEAD")
_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' {socket}; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)
_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}


class Guard:
    """Refuses what does not come from the classroom's own pages; pure ASGI, so sockets pass it as well.

    Args:
        app: The application behind.
        names: Host names under which the server may be called, beside its own addresses.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str]) -> None:
        """Keep both."""
        self._app = app
        self._names = frozenset(name.lower() for name in names) | {"localhost"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request or a socket on, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            self._check(scope, headers)
        except Refusal as refusal:
            await _refuse(refusal, scope, send)
            return
        if scope["type"] == "websocket":
            await self._app(scope, receive, send)
            return
        await self._http(scope, headers, receive, send)

    def _check(self, scope: Scope, headers: Headers) -> None:
        host = headers.get("host", "")
        if len(headers.getlist("host")) != 1 or not self._is_own(host, scope.get("server")):
            raise Refusal(421, _("This server is not known by this name."))
        if scope["type"] == "http" and scope["method"] in _SAFE:
            return
        secure = scope["scheme"] in ("https", "wss")
        if headers.get("origin") != f"{'https' if secure else 'http'}://{host}":
            raise Refusal(403, _("This came from another page."))
        if scope["type"] == "http":
            if headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
                raise Refusal(415, _("This cannot be read."))
            declared = headers.get("content-length", "0")
            if not declared.isdecimal() or int(declared[:12]) > _largest(scope["path"]):
                raise _too_large()

    def _is_own(self, host: str, server: tuple[str, int | None] | None) -> bool:
        """An address is ours if the connection came in on it: so one that the machine gets later counts at once."""
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() and ":" in host else host
        name = name.lower()
        if name in self._names:
            return True
        with contextlib.suppress(ValueError):
            address = ipaddress.ip_address(name.strip("[]"))
            return address.is_loopback or (server is not None and address == _plain(server[0]))
        return False

    async def _http(self, scope: Scope, headers: Headers, receive: Receive, send: Send) -> None:
        begun = False
        left = _largest(scope["path"])

        async def limited() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise _too_large()
            return message

        async def dressed(message: MutableMapping[str, Any]) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _dress(MutableHeaders(scope=message), scope, headers["host"])
            await send(message)

        try:
            await self._app(scope, limited, dressed)
        except Refusal as refusal:
            if begun:
                raise
            await _refuse(refusal, scope, send)


def _largest(path: str) -> int:
    return LARGEST_UPLOAD if path == _UPLOADS else LARGEST_BODY


def _too_large() -> Refusal:
    return Refusal(413, _("This is too large."))


def _plain(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    with contextlib.suppress(ValueError):
        parsed = ipaddress.ip_address(address.partition("%")[0])
        return getattr(parsed, "ipv4_mapped", None) or parsed
    return None


def _dress(headers: MutableHeaders, scope: Scope, host: str) -> None:
    """Older Safari does not count the own socket among 'self', so it is named."""
    socket = f"{'wss' if scope['scheme'] == 'https' else 'ws'}://{host}"
    headers["content-security-policy"] = _POLICY.format(socket=socket)
    for name, value in _HEADERS.items():
        headers[name] = value
    headers.setdefault("cache-control", "no-store")


async def _refuse(refusal: Refusal, scope: Scope, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
        return
    body = json.dumps(refusal.as_json()).encode()
    start = {
        "type": "http.response.start",
        "status": refusal.status,
        "headers": [
            (b"content-type", b"application/json"),
            (b"content-length", str(len(body)).encode()),
            (b"connection", b"close"),
            *((name.encode(), value.encode()) for name, value in _HEADERS.items()),
        ],
    }
    await send(start)
    await send({"type": "http.response.body", "body": body})
