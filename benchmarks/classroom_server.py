"""A real classroom server in a process of its own, and those who meet it over the wire: the trainer and the seats.

`classroom_load.py`, `classroom_roleplay.py`, `classroom_screens.py` and the tests in tests/classroom/ drive the server
only through what is here, so that nothing of the server runs in the process that measures or judges it.
"""

from __future__ import annotations

import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx2 as httpx
from classroom_frames import Page
from websockets.sync.client import ClientConnection, connect

Json = dict[str, Any]
READY = 60.0  # seconds; the first start after a change of the package compiles
REPLY = 20.0
_PHONES = itertools.count()


def free_port() -> int:
    """A port that nobody listens on now; the server is given it by name, so that a restart comes back there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def own_address() -> httpx.HTTPTransport | None:
    """Sends from a loopback address of its own, as a phone of its own would; only Linux has them all."""
    if sys.platform != "linux":
        return None
    number = next(_PHONES)
    return httpx.HTTPTransport(local_address=f"127.0.{1 + number // 250 % 250}.{1 + number % 250}")


class ServerProcess:
    """`negotiation-sim classroom` on 127.0.0.1, started, killed and started again with the same port and database."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.port = free_port()
        self.host = f"127.0.0.1:{self.port}"
        self.url = f"http://{self.host}"
        self.folder = folder
        self.db = folder / "class.sqlite"
        self.options = options
        self.process: subprocess.Popen[bytes] | None = None
        self.log = folder / "server.log"

    def start(self) -> None:
        """Start, and return once it answers."""
        command = [sys.executable, "-m", "negotiation_sim", "classroom", "--no-open", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen([*command, "--db", str(self.db), *self.options], stdout=log, stderr=log)
        until = time.monotonic() + READY
        while True:
            try:
                if httpx.get(f"{self.url}/healthz", timeout=2).is_success:
                    return
            except httpx.TransportError:
                pass
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"the classroom server did not start:\n{self.said()}")
            time.sleep(0.05)

    def said(self) -> str:
        """What the server wrote to its terminal so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def kill(self) -> None:
        """Kill -9: the server has no chance to tidy up."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """End it as Ctrl+C does, and see that it ends."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()

    def memory(self) -> float:
        """Resident megabytes of the server process (Linux only, else nan)."""
        assert self.process is not None
        status = Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return float("nan")
        kilobytes = next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(kilobytes) / 1024


@contextmanager
def classroom(folder: Path, *options: str) -> Iterator[ServerProcess]:
    """A running server, gone at the end whatever happens."""
    server = ServerProcess(folder, *options)
    try:
        server.start()
        yield server
    finally:
        if server.process is not None:
            server.stop()


class Trainer:
    """The trainer's browser as far as the server sees it."""

    def __init__(self, server: ServerProcess, pin: str = "") -> None:
        self.server = server
        self.http = httpx.Client(base_url=server.url, headers={"Origin": server.url}, timeout=REPLY)
        self.http.post("/api/trainer/login", json={"pin": pin}).raise_for_status()

    def open_session(self, **wishes: Any) -> Json:
        """A new class; answers with its id and code."""
        wanted = {"scenario": "kazakhstan_general_agreement", "text": None, "tables": 1, "noise": True}
        wanted |= {"mediator": True, "lang": "en", "title": "A class", **wishes}
        reply = self.http.post("/api/sessions", json=wanted)
        assert reply.is_success, reply.text
        return reply.json()

    def do(self, session: str, what: str, **more: Any) -> Json:
        """One of the trainer's commands."""
        reply = self.http.post(f"/api/sessions/{session}/do", json={"do": what, **more})
        assert reply.is_success, f"{what} {more}: {reply.status_code} {reply.text}"
        return reply.json() if reply.content else {}

    def cookies(self) -> str:
        """As a Cookie header for a socket."""
        return "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())

    def close(self) -> None:
        self.http.close()


def tables_of(http: httpx.Client, code: str) -> list[Json]:
    """The tables of a class, with their seats, as somebody with the code sees them."""
    return http.get(f"/api/join/{code}").raise_for_status().json()["tables"]


class SeatClient:
    """One phone: joins with a code, holds its seat's cookie, and speaks over a socket."""

    def __init__(self, server: ServerProcess, name: str = "Aigerim") -> None:
        self.server, self.name = server, name
        headers = {"Origin": server.url}
        self.http = httpx.Client(base_url=server.url, headers=headers, timeout=REPLY, transport=own_address())
        self.table = ""
        self.seq = 1000
        self.socket: ClientConnection | None = None
        self._opened = ExitStack()
        self.frames: list[str] = []
        self.page = Page()

    def join(self, code: str, role: str, table: str) -> httpx.Response:
        """Ask for a seat; the reply is the caller's to judge."""
        reply = self.http.post("/api/join", json={"code": code, "name": self.name, "role": role, "table": table})
        if reply.is_success:
            self.table = reply.json()["table"]
        return reply

    def cookie_header(self) -> dict[str, str]:
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())}

    def connect(self, **header: str) -> None:
        """Open the socket of the table with the cookies held."""
        address = f"ws://{self.server.host}/ws/t/{self.table}"
        headers = {**self.cookie_header(), "Origin": self.server.url, **header}
        origin: Any = headers.pop("Origin")
        opening = connect(
            address, additional_headers=headers, origin=origin, open_timeout=REPLY, close_timeout=1, proxy=None
        )
        self.disconnect()
        self.socket = self._opened.enter_context(opening)

    def disconnect(self) -> None:
        """Close the socket, if it is open."""
        self._opened.close()
        self.socket = None

    def receive(self, timeout: float = REPLY) -> Json:
        """The next message, kept in `frames` as it came; what it says of the view is in `page`."""
        assert self.socket is not None
        frame = self.socket.recv(timeout=timeout)
        text = frame if isinstance(frame, str) else frame.decode()
        self.frames.append(text)
        self.page.follow(text)
        return json.loads(text)

    def view(self, timeout: float = REPLY) -> Json:
        """The next view, whatever else comes before it."""
        while "frame" not in self.receive(timeout):
            pass
        assert self.page.view is not None
        return self.page.view

    def view_since(self, version: int) -> Json:
        """The newest view, once it holds so many events; one that came already counts."""
        view = self.page.view or self.view()
        while view["version"] < version:
            view = self.view()
        return view

    def send(self, action: Any, seq: int | None = None) -> Json:
        """Post an action and wait for its own answer (views that come first are kept in `frames`)."""
        assert self.socket is not None
        if seq is None:
            self.seq += 1
            seq = self.seq
        self.socket.send(json.dumps({"seq": seq, "action": action}))
        while True:
            frame = self.receive()
            if frame.get("ack") == seq or frame.get("refused") == seq:
                return frame

    def close(self) -> None:
        self.disconnect()
        self.http.close()


EFFORTS = {
    "open_channel": True,
    "caucus": True,
    "relay": False,
    "reality_test": False,
    "text": False,
    "keep_at_table": True,
    "brainstorm": False,
}


def sensible_move(view: Json) -> Json | None:
    """What a person in a hurry does with this view: asks for its best package first, gives way with time."""
    move = view.get("my_move")
    if move == "efforts":
        return {"do": "efforts", **EFFORTS}
    if move == "offer":
        return {"do": "offer", "package": a_package(view)}
    if move == "answer":
        offer, brief = view["offer"], view.get("brief") or {}
        good = offer is not None and offer.get("worth") is not None and offer["worth"] >= brief.get("line", 0)
        return {"do": "answer", "yes": bool(good)}
    if move == "sign":
        return {"do": "sign", "yes": True}
    if move == "done":
        return {"do": "done"}
    return None


def a_package(view: Json) -> dict[str, int]:
    """The best option of every known issue, given way on one issue a round."""
    brief = view.get("brief")
    package = {}
    for number, issue in enumerate(view["scenario"]["issues"]):
        known = issue["known"]
        worth = brief["values"][issue["id"]] if brief else [0.0] * known
        best = sorted(range(known), key=lambda option: -worth[option])
        giving = 1 if known > 1 and view["round"] % len(view["scenario"]["issues"]) == number else 0
        package[issue["id"]] = best[giving]
    return package
