"""A table of a session: its log, the fold of it, the people at it, and who looks on."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from negotiation_sim.classroom.server.picture import Artist, Picture
from negotiation_sim.classroom.table import PlayedTable, Refused, fold
from negotiation_sim.classroom.table.digits import short
from negotiation_sim.classroom.table.reading import OBSERVER, TRAINER
from negotiation_sim.classroom.table.record import last_of
from negotiation_sim.classroom.table.views import gap, view_but_log
from negotiation_sim.classroom.table.whole_view import whole_view_but_log

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.mailbox import Mailbox
    from negotiation_sim.classroom.server.session import Session
    from negotiation_sim.classroom.server.store import Store

NOT_SEATED = 4401
"""The code of a socket closed since nobody with this browser sits at the table."""


class Seat(NamedTuple):
    """One person at a table, known by the hash of a token; several people may share a role."""

    token: str
    role: str
    name: str


class Sight(NamedTuple):
    """What there is to see of a table: by whom (a role, an observer or the trainer), and in which language."""

    role: str
    lang: str


class Viewer(NamedTuple):
    """Who looks at a table, and whose token it is, if anybody's."""

    sight: Sight
    token: str | None

    @property
    def role(self) -> str:
        """A role, observer or trainer."""
        return self.sight.role


class Table:
    """What happens at one table. `played` is folded from the log when it is first asked for.

    `state` (lobby, playing, paused or ended) is known without folding. `lock` is held while an event goes in and what
    comes of it is shown, so that all see one order of things.
    """

    def __init__(self, store: Store, session: Session, id: str, number: int, name: str, people: Iterable[Seat]) -> None:
        """Read nothing yet."""
        self.id = id
        self.number = number
        self.name = name
        self.session = session
        self.people = list(people)
        self.viewers: dict[Mailbox, Viewer] = {}
        self.nudges: dict[str, str] = {}
        self.lock = asyncio.Lock()
        self.waiting_since: str | None = None
        self.state = "lobby"
        self._store = store
        self._mutex = threading.RLock()
        self._played: PlayedTable | None = None
        self._artist = Artist()
        self._events: list[dict[str, Any]] = []

    @property
    def played(self) -> PlayedTable:
        """The engine's table after all events."""
        with self._mutex:
            if self._played is None:
                self._events = self._store.events(self.id)
                self._played = fold(self.session.scenario, self.session.seed, self.session.run, self._events)
                self._artist = Artist()
                self.waiting_since = self._events[-1]["at"] if self._events else None
            return self._played

    @property
    def events(self) -> list[dict[str, Any]]:
        """The log: each event with its number `n` and its time `at`."""
        with self._mutex:
            assert self.played
            return self._events

    def apply(self, event: dict[str, Any], token: str | None = None, seq: int | None = None) -> None:
        """Take an event and keep it; the same `seq` of the same token again changes nothing.

        Raises Refused, or sqlite3.Error; both leave all as it was.
        """
        with self._mutex:
            if token is not None and seq is not None and self._store.is_done(self.id, token, seq):
                return
            played = self.played
            waited_for = _moment(played)
            try:
                played.apply(event)
            except Refused:
                raise
            except BaseException:
                self._played = None  # nobody knows how far it came
                raise
            at = datetime.now(UTC).isoformat(timespec="milliseconds")
            number = len(self._events) + 1
            try:
                self._store.append(self.id, number, token, seq, event, at, played.state)
            except BaseException:
                self._played = None  # what is not kept has not happened: folded again from the log
                raise
            self.state = played.state
            self._events.append({"n": number, **event, "at": at})
            if _moment(played) != waited_for:
                self.waiting_since = at

    def seat(self, token: str | None) -> Seat | None:
        """The person with this hash of a token."""
        return next((seat for seat in self.people if seat.token == token), None)

    def send_away(self, tokens: Iterable[str]) -> None:
        """Close the sockets of people who sit here no longer."""
        gone = set(tokens)
        for mailbox, viewer in self.viewers.items():
            if viewer.token in gone:
                mailbox.close(NOT_SEATED)

    def online(self) -> dict[str, int]:
        """How many browsers look on by each token."""
        found: dict[str, int] = {}
        for viewer in self.viewers.values():
            if viewer.token is not None:
                found[viewer.token] = found.get(viewer.token, 0) + 1
        return found

    def pictures(self, wanted: Iterable[Sight], online: dict[str, int]) -> dict[Sight, Picture]:
        """The view of each role and language asked for, to be sent over the wire."""
        with self._mutex:
            played = self.played
            self._artist.begin()
            people = [{"name": seat.name, "role": seat.role, "online": seat.token in online} for seat in self.people]
            added = {
                "table": {"id": self.id, "name": self.name},
                "state": "debrief" if self.session.debrief else played.state,
                "people": people,
                "closed": played.is_closed,
            }
            return {sight: self._picture(sight, added) for sight in wanted}

    def _picture(self, sight: Sight, added: dict[str, Any]) -> Picture:
        played, (role, lang) = self.played, sight
        seen = whole_view_but_log(played, lang) if role == TRAINER else view_but_log(played, role, lang)
        own = {
            "delegation": [person for person in added["people"] if person["role"] == role],
            "nudge": self.nudges.get(role),
        }
        return self._artist.picture(seen | added | own, played.reading(role, lang))

    def summary(self, lang: str, online: dict[str, int]) -> dict[str, Any]:
        """What the trainer's grid shows of this table."""
        with self._mutex:
            played = self.played
            seen = played.public(lang)
            distance = gap(played)
            ended = last_of(played.record.entries, "ended")
            return {
                "id": self.id,
                "name": self.name,
                "state": "debrief" if self.session.debrief else played.state,
                "round": seen["round"],
                "rounds": seen["rounds"],
                "phase": seen["phase"],
                "awaited": seen["awaited"],
                "waiting_since": self.waiting_since if seen["awaited"] else None,
                "seats": [self._seat_summary(seat, online) for seat in seen["seats"]],
                "observers": [person.name for person in self.people if person.role == OBSERVER],
                "gap": None if distance is None else short(distance),
                "ending": "closed" if played.is_closed else ended and ended["ending"],
            }

    def _seat_summary(self, seat: dict[str, Any], online: dict[str, int]) -> dict[str, Any]:
        people = [person for person in self.people if person.role == seat["role"]]
        return {
            "role": seat["role"],
            "label": seat["label"],
            "human": seat["human"],
            "people": [person.name for person in people],
            "online": sum(person.token in online for person in people),
        }


def _moment(played: PlayedTable) -> tuple[object, ...]:
    return played.state, played.phase, played.awaited
