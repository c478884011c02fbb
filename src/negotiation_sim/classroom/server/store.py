"""The file that keeps a classroom: an append-only log for each table, and what is needed to read it again."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from gettext import gettext
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.table import Seat

IN_MEMORY = ":memory:"
_PROGRAM = 0x6E65676F  # "nego", the application id in the file's head
_FORMAT = 1
_MAKE = """
CREATE TABLE about (version TEXT NOT NULL) STRICT;
CREATE TABLE sessions (
    id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, title TEXT NOT NULL, lang TEXT NOT NULL, noise INTEGER NOT NULL,
    debrief INTEGER NOT NULL DEFAULT 0, seed INTEGER NOT NULL, scenario TEXT NOT NULL, created TEXT NOT NULL
) STRICT;
CREATE TABLE tables (
    id TEXT PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE, number INTEGER NOT NULL,
    name TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'lobby', UNIQUE (session, number)
) STRICT;
CREATE TABLE events (
    table_id TEXT NOT NULL REFERENCES tables ON DELETE CASCADE, n INTEGER NOT NULL, token TEXT, seq INTEGER,
    event TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (table_id, n), UNIQUE (table_id, token, seq)
) STRICT;
CREATE TABLE people (
    token TEXT PRIMARY KEY, table_id TEXT NOT NULL REFERENCES tables ON DELETE CASCADE, role TEXT NOT NULL,
    name TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE claims (
    token TEXT PRIMARY KEY, table_id TEXT NOT NULL REFERENCES tables ON DELETE CASCADE, role TEXT NOT NULL,
    name TEXT NOT NULL, instead_of TEXT, until TEXT NOT NULL
) STRICT;
CREATE TABLE surveys (
    table_id TEXT NOT NULL REFERENCES tables ON DELETE CASCADE, token TEXT NOT NULL, role TEXT NOT NULL,
    moment TEXT NOT NULL, answers TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (table_id, token, moment)
) STRICT;
CREATE TABLE trainers (token TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT;
"""


class StoreError(Exception):
    """The file cannot be used; the text says why, in one line."""


class Store:
    """One SQLite file, held by one server at a time. Tokens are kept as their SHA-256 only.

    Args:
        path: The file, made where there is none (readable by its owner only), or ":memory:".
    """

    def __init__(self, path: str) -> None:
        """Open the file. Raises StoreError."""
        self.path = path
        self._lock = threading.RLock()
        try:
            if path != IN_MEMORY:
                os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self._db = sqlite3.connect(path, timeout=1.0, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or error
            raise StoreError(gettext("{file}: cannot be opened: {reason}").format(file=path, reason=reason)) from None
        self._db.row_factory = sqlite3.Row
        try:
            self._begin()
        except sqlite3.DatabaseError as error:
            self._db.close()
            told = gettext("{file}: this is not a file of the classroom")
            if isinstance(error, sqlite3.OperationalError):
                told = gettext("{file}: another classroom uses this file; end that one, or give another --db")
            raise StoreError(told.format(file=path)) from None
        except StoreError:
            self._db.close()
            raise

    def _begin(self) -> None:
        """Take hold of the file, and make it or make sure that it is ours."""
        self._db.execute("PRAGMA locking_mode=EXCLUSIVE")
        self._db.execute("BEGIN EXCLUSIVE")
        try:
            self._make_or_check()
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.execute("PRAGMA foreign_keys=ON")
        self._db.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten

    def _make_or_check(self) -> None:
        program = self._db.execute("PRAGMA application_id").fetchone()[0]
        is_empty = self._db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
        if is_empty and program == 0:
            for statement in _MAKE.split(";\n"):
                self._db.execute(statement)
            self._db.execute("INSERT INTO about VALUES (?)", (version("negotiation-sim"),))
            self._db.execute(f"PRAGMA application_id={_PROGRAM}")
            self._db.execute(f"PRAGMA user_version={_FORMAT}")
            return
        if program != _PROGRAM:
            raise StoreError(gettext("{file}: this is not a file of the classroom").format(file=self.path))
        written = self._db.execute("PRAGMA user_version").fetchone()[0]
        by = self._db.execute("SELECT version FROM about").fetchone()[0] if written == _FORMAT else "?"
        own = version("negotiation-sim")
        if by != own:
            told = gettext("{file}: written by version {version} of the program, this is {own}; give another --db")
            raise StoreError(told.format(file=self.path, version=by, own=own))

    def close(self) -> None:
        """Bring all into the one file and let go of it."""
        with self._lock:
            self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def write(self, statement: str, values: Sequence[object] = ()) -> int:
        """One statement, one commit; the number of rows that it changed."""
        with self._transaction() as db:
            return db.execute(statement, values).rowcount

    def rows(self, question: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
        """The rows of an answer."""
        with self._lock, closing(self._db.execute(question, values)) as cursor:
            return [dict(row) for row in cursor]

    def append(
        self, table: str, n: int, token: str | None, seq: int | None, event: dict[str, Any], at: str, state: str
    ) -> None:
        """The next event of a table, and the state that it brings. Raises sqlite3.Error: nothing was written."""
        text = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
        with self._transaction() as db:
            db.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", (table, n, token, seq, text, at))
            db.execute("UPDATE tables SET state = ? WHERE id = ?", (state, table))

    def events(self, table: str) -> list[dict[str, Any]]:
        """The log of a table: each event with its number and its time."""
        rows = self.rows("SELECT n, event, at FROM events WHERE table_id = ? ORDER BY n", (table,))
        return [{"n": row["n"]} | json.loads(row["event"]) | {"at": row["at"]} for row in rows]

    def is_done(self, table: str, token: str, seq: int) -> bool:
        """Whether an action of somebody was taken already."""
        question = "SELECT 1 FROM events WHERE table_id = ? AND token = ? AND seq = ?"
        return bool(self.rows(question, (table, token, seq)))

    def add_session(self, session: dict[str, Any], tables: Sequence[dict[str, Any]]) -> None:
        """A new session and its tables, or nothing."""
        with self._transaction() as db:
            columns = ", ".join(session)
            marks = ", ".join("?" * len(session))
            db.execute(f"INSERT INTO sessions ({columns}) VALUES ({marks})", tuple(session.values()))
            for table in tables:
                self._insert_table(db, table)

    def add_table(self, table: dict[str, Any]) -> None:
        """One more table of a session."""
        with self._transaction() as db:
            self._insert_table(db, table)

    @staticmethod
    def _insert_table(db: sqlite3.Connection, table: dict[str, Any]) -> None:
        values = (table["id"], table["session"], table["number"], table["name"])
        db.execute("INSERT INTO tables (id, session, number, name) VALUES (?, ?, ?, ?)", values)

    def seat(self, table: str, seat: Seat, instead_of: str | None, at: str) -> None:
        """A person at a table, instead of somebody perhaps."""
        with self._transaction() as db:
            db.execute("DELETE FROM people WHERE table_id = ? AND token = ?", (table, instead_of))
            db.execute("INSERT INTO people VALUES (?, ?, ?, ?, ?)", (seat.token, table, seat.role, seat.name, at))

    def delete_session(self, session: str) -> None:
        """A session and all that hangs on it, gone for good."""
        self.write("DELETE FROM sessions WHERE id = ?", (session,))
        with self._lock:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
