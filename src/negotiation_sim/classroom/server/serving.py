"""Starts the server: takes the port, says where it is, and ends cleanly."""

from __future__ import annotations

import socket
import sys
import threading
import webbrowser
from contextlib import suppress
from gettext import gettext
from typing import TYPE_CHECKING

import uvicorn

from negotiation_sim.classroom.demonstration import warm_up
from negotiation_sim.classroom.server.app import application
from negotiation_sim.classroom.server.browser_words import catalogue_of
from negotiation_sim.classroom.server.classroom import Classroom, Setup
from negotiation_sim.classroom.server.socket_care import LARGEST_MESSAGE
from negotiation_sim.classroom.server.store import Store
from negotiation_sim.messages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

WAITING = 256
"""Connections that may wait to be taken: a whole class that scans one code."""


class PortError(Exception):
    """The server cannot listen there; the text says why and what to do."""


def serve(setup: Setup, db: str, say: Callable[[str], None], *, open_browser: bool) -> None:
    """Serve until Ctrl-C. Raises StoreError or PortError before anything is served."""
    listening = _listen(setup)
    try:
        store = Store(db)
    except BaseException:
        listening.close()
        raise
    app = application(Classroom(store, setup))
    for line in _greeting(setup, store):
        say(line)
    threading.Thread(target=_warm_up, daemon=True).start()
    if open_browser:
        webbrowser.open(f"http://{setup.here}/")
    config = uvicorn.Config(
        app,
        log_level="warning",
        ws="websockets-sansio",
        ws_max_size=LARGEST_MESSAGE,
        ws_max_queue=8,
        ws_ping_interval=20.0,
        ws_ping_timeout=20.0,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=16 * 1024,
    )
    with suppress(KeyboardInterrupt):  # which uvicorn raises again when it has ended
        uvicorn.Server(config).run(sockets=[listening])
    say(gettext("The classroom has ended."))


def _listen(setup: Setup) -> socket.socket:
    try:
        family, _kind, _number, _name, address = socket.getaddrinfo(
            setup.host, setup.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        # Named as TCP, so that the event loop sends small answers at once.
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if sys.platform != "win32":  # there it would let two servers share the port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(WAITING)
    except OSError as error:
        told = gettext("{host}:{port} cannot be used: {reason}. Give another port, such as --port {next}.")
        reason = error.strerror or str(error)
        following = setup.port + 1 if setup.port < 65535 else 8765
        raise PortError(told.format(host=setup.host, port=setup.port, reason=reason, next=following)) from None
    return listening


def _greeting(setup: Setup, store: Store) -> list[str]:
    lines = [gettext("The classroom: {address}   (Ctrl-C ends it)").format(address=f"http://{setup.here}/")]
    if setup.is_open_to_others:
        links = "   ".join(f"http://{address}/" for address in setup.addresses())
        lines.append(gettext("For other devices in this network: {addresses}").format(addresses=links))
    if setup.pin is not None:
        lines.append(gettext("PIN of the trainer: {pin}").format(pin=setup.pin))
    lines.append(gettext("Sessions are kept in {file}").format(file=store.path))
    return lines


def _warm_up() -> None:
    """What would make the first answers slow: the compiled kernel, and the sentences of the pages."""
    for lang in LANGUAGES:
        catalogue_of(lang)
    warm_up()
