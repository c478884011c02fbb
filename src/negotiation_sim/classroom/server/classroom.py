"""What a running server knows: its sessions and tables, its store, and who the trainer is."""

from __future__ import annotations

import asyncio
import hmac
import json
import secrets
import sqlite3
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from negotiation_sim.classroom.server.allowances import Allowance
from negotiation_sim.classroom.server.broadcasting import do_and_tell, tell_session
from negotiation_sim.classroom.server.own_addresses import is_loopback, own_addresses
from negotiation_sim.classroom.server.reader import words
from negotiation_sim.classroom.server.refusals import Refusal
from negotiation_sim.classroom.server.session import Session
from negotiation_sim.classroom.server.table import Seat, Table
from negotiation_sim.classroom.server.tokens import hashed, new_code, new_id, new_token
from negotiation_sim.classroom.server.uploads import Reader
from negotiation_sim.scenario.loading import scenario_from

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection

    from negotiation_sim.classroom.server.store import Store
    from negotiation_sim.scenario import Scenario

_ = str  # marks sentences for the message catalogues; the browser looks them up
TRAINER_COOKIE = "trainer"
EVERYWHERE = ("0.0.0.0", "::")
MOST_SESSIONS = 200
MOST_TABLES = 40
PAUSE = 0.3
"""Seconds between two pictures of a whole session: thirty tables act often, and nobody reads faster."""


@dataclass(frozen=True)
class Setup:
    """How the server was started: `host` is where it listens, `pin` None where nobody is asked for one."""

    host: str = "127.0.0.1"
    port: int = 8765
    lang: str = "en"
    pin: str | None = None

    @property
    def is_open_to_others(self) -> bool:
        """Whether other devices may come."""
        return not is_loopback(self.host)

    @property
    def here(self) -> str:
        """The address under which this computer itself opens the classroom."""
        return self._with_port("127.0.0.1" if self.host in EVERYWHERE else self.host)

    def addresses(self) -> list[str]:
        """The addresses under which people come to the classroom."""
        found = own_addresses() if self.host in EVERYWHERE else []
        return [self._with_port(host) for host in found] or [self.here]

    def _with_port(self, host: str) -> str:
        return f"[{host}]:{self.port}" if ":" in host else f"{host}:{self.port}"


@dataclass
class Limits:
    """How often strangers may try, and how many may look on."""

    pins: Allowance = field(default_factory=lambda: Allowance(5, 120))
    all_pins: Allowance = field(default_factory=lambda: Allowance(10, 60))
    joins: Allowance = field(default_factory=lambda: Allowance(60, 120))
    looks: Allowance = field(default_factory=lambda: Allowance(120, 60))
    sockets: dict[str, int] = field(default_factory=dict)


class Classroom:
    """All that routes and sockets work on; there is one for each application."""

    def __init__(self, store: Store, setup: Setup | None = None) -> None:
        """Take up the sessions of the store; their tables are folded when they are first looked at."""
        self.store = store
        self.setup = setup or Setup()
        self.lang = self.setup.lang
        self.limits = Limits()
        self.uploads = Reader()
        self.sessions: dict[str, Session] = {}
        self._tables: dict[str, Table] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._trainers = {row["token"] for row in store.rows("SELECT token FROM trainers")}
        for row in store.rows("SELECT * FROM sessions ORDER BY created"):
            self._take_up(row)

    def _take_up(self, row: dict[str, Any]) -> None:
        session = Session(
            id=row["id"],
            code=row["code"],
            title=row["title"],
            lang=row["lang"],
            noise=bool(row["noise"]),
            seed=row["seed"],
            scenario=scenario_from(json.loads(row["scenario"]), None),
            created=row["created"],
            debrief=bool(row["debrief"]),
        )
        self.sessions[session.id] = session
        for table in self.store.rows("SELECT * FROM tables WHERE session = ? ORDER BY number", (session.id,)):
            self._seat_table(session, table)

    def _seat_table(self, session: Session, row: dict[str, Any]) -> Table:
        question = "SELECT token, role, name FROM people WHERE table_id = ? ORDER BY at"
        people = [Seat(**person) for person in self.store.rows(question, (row["id"],))]
        table = Table(self.store, session, row["id"], row["number"], row["name"], people)
        table.state = row.get("state", "lobby")
        session.tables.append(table)
        self._tables[table.id] = table
        return table

    # Who and what.

    def session(self, id: str) -> Session:
        """The session of this name. Raises Refusal (404)."""
        if id not in self.sessions:
            raise Refusal(404, _("There is no such session."))
        return self.sessions[id]

    def table(self, id: str) -> Table:
        """The table of this name. Raises Refusal (404)."""
        if id not in self._tables:
            raise Refusal(404, _("There is no such table."))
        return self._tables[id]

    def session_of_code(self, code: str) -> Session:
        """The session that people join with this code. Raises Refusal (404)."""
        for session in self.sessions.values():
            if session.code == code.upper():
                return session
        raise Refusal(404, _("There is no class with the code {code}."), code=code.upper())

    def is_trainer(self, connection: HTTPConnection) -> bool:
        """Whether somebody showed the PIN before; where none is asked for, all are."""
        token = connection.cookies.get(TRAINER_COOKIE)
        return self.setup.pin is None or (token is not None and hashed(token) in self._trainers)

    def require_trainer(self, connection: HTTPConnection) -> None:
        """Raises Refusal (401) for all others."""
        if not self.is_trainer(connection):
            raise Refusal(401, _("This is for the trainer: enter the PIN first."))

    def seat_of(self, connection: HTTPConnection, table_id: str) -> Seat | None:
        """Who a browser is at a table."""
        token = connection.cookies.get(f"seat_{table_id}")
        table = self._tables.get(table_id)
        return table.seat(hashed(token)) if table and token else None

    def admit_trainer(self, pin: str) -> str:
        """A new trainer's token. Raises Refusal where the PIN is wrong."""
        if self.setup.pin is not None and not hmac.compare_digest(pin.encode(), self.setup.pin.encode()):
            raise Refusal(403, _("This is not the PIN."))
        token = new_token()
        self.store.write("INSERT INTO trainers VALUES (?, ?)", (hashed(token), now()))
        self._trainers.add(hashed(token))
        return token

    def link(self, path: str, address: str | None = None) -> str:
        """A page as phones open it; `address` is one of the server's own."""
        own = self.setup.addresses()
        return f"http://{address if address in own else own[0]}{path}"

    # What changes.

    def open_session(self, scenario: Scenario, *, title: str, lang: str, noise: bool, tables: int) -> Session:
        """A new session with so many tables."""
        if len(self.sessions) >= MOST_SESSIONS:
            raise Refusal(409, _("There are too many sessions; delete one first."))
        codes = {session.code for session in self.sessions.values()}
        code = next(code for code in iter(new_code, "") if code not in codes)
        row: dict[str, Any] = {
            "id": new_id(),
            "code": code,
            "title": title or scenario.title(lang),
            "lang": lang,
            "noise": int(noise),
            "debrief": 0,
            "seed": secrets.randbelow(2**31),
            "scenario": json.dumps(scenario.canonical(), ensure_ascii=False),
            "created": now(),
        }
        self.store.add_session(row, [_table_row(row["id"], number, lang) for number in range(1, tables + 1)])
        self._take_up(row)
        return self.sessions[row["id"]]

    def add_table(self, session: Session) -> Table:
        """One more table of a session."""
        if len(session.tables) >= MOST_TABLES:
            raise Refusal(409, _("There are too many tables."))
        row = _table_row(session.id, max((table.number for table in session.tables), default=0) + 1, session.lang)
        self.store.add_table(row)
        return self._seat_table(session, row)

    def open_debrief(self, session: Session) -> None:
        """Let everybody see what was behind it all."""
        self.store.write("UPDATE sessions SET debrief = 1 WHERE id = ?", (session.id,))
        session.debrief = True

    def delete(self, session: Session) -> None:
        """Forget a session; who looks on is sent away."""
        self.store.delete_session(session.id)
        del self.sessions[session.id]
        looking = [*session.trainers, *session.screens]
        for table in session.tables:
            del self._tables[table.id]
            looking += table.viewers
        for mailbox in looking:
            mailbox.close(4410)

    def later(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something soon, whoever waits for it."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def end(self) -> None:
        """Finish what is being done, and let go of the file."""
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.store.close()

    def tell_session_soon(self, session: Session) -> None:
        """Show trainers and projectors a session once for all that happens in a third of a second."""
        if not session.is_due:
            session.is_due = True
            self.later(self._tell_session(session))

    async def _tell_session(self, session: Session) -> None:
        await asyncio.sleep(PAUSE)
        session.is_due = False
        await tell_session(self, session)

    async def act(self, table: Table, event: dict[str, Any], token: str | None = None, seq: int | None = None) -> None:
        """Take an event of a table and show everybody what came of it; a repeated one changes nothing.

        Raises Refused. Goes on to its end also when who asked for it is gone.
        """
        await asyncio.shield(asyncio.ensure_future(self._act(table, event, token, seq)))

    async def _act(self, table: Table, event: dict[str, Any], token: str | None, seq: int | None) -> None:
        async with table.lock:
            try:
                await do_and_tell(table, lambda: table.apply(event, token, seq))
            except sqlite3.Error:
                raise Refusal(503, _("This could not be saved; is the disk full? Try again.")) from None
        self.tell_session_soon(table.session)


def _table_row(session: str, number: int, lang: str) -> dict[str, Any]:
    name = words(lang).gettext("Table {number}").format(number=number)
    return {"id": new_id(), "session": session, "number": number, "name": name}


def now() -> str:
    """The time, as the store keeps it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
