"""The trainer's buttons: for one table, or for all of a session."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from negotiation_sim.classroom.server.bodies import Body
from negotiation_sim.classroom.server.broadcasting import tell_session, tell_table
from negotiation_sim.classroom.server.refusals import Refusal
from negotiation_sim.classroom.server.tokens import hashed, new_token
from negotiation_sim.classroom.table import Refused
from negotiation_sim.classroom.table.reading import OBSERVER

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.classroom import Classroom
    from negotiation_sim.classroom.server.session import Session
    from negotiation_sim.classroom.server.table import Table

_ = str  # marks sentences for the message catalogues; the browser looks them up
NUDGE_SECONDS = 30.0
CLAIM_MINUTES = 10


class Order(Body):
    """Which button, and for what."""

    do: Literal[
        "start", "pause", "resume", "close", "step", "play_out", "agent_moves", "release", "nudge", "reissue",
        "add_table", "debrief", "delete",
    ]  # fmt: skip
    table: Annotated[str, Field(max_length=43)] | None = None
    role: Annotated[str, Field(max_length=100)] | None = None
    text: Annotated[str, Field(max_length=280)] | None = None


async def carry_out(classroom: Classroom, session: Session, order: Order) -> dict[str, Any]:
    """Do it, and show everybody. Raises Refusal or Refused where it cannot be done at any of the tables."""
    if order.do in _OF_SESSION:
        return await _OF_SESSION[order.do](classroom, session, order)
    tables = session.tables
    if order.table is not None:
        tables = [table for table in session.tables if table.id == order.table]
    if not tables:
        raise Refusal(404, _("There is no such table."))
    if order.do in _WITH_ROLE and order.role is None:
        raise Refusal(422, _("The entry {field} is missing or wrong."), field="role")
    answer: dict[str, Any] = {}
    refusals = []
    for table in tables:
        await asyncio.to_thread(getattr, table, "played")  # after a restart, folding takes its time
        try:
            answer |= await _OF_TABLE[order.do](classroom, table, order)
        except Refused as refused:
            refusals.append(refused)
    if len(refusals) == len(tables):
        raise refusals[0]
    return answer


# For a session.


async def _add_table(classroom: Classroom, session: Session, order: Order) -> dict[str, Any]:
    table = classroom.add_table(session)
    await tell_session(classroom, session)
    return {"table": table.id}


async def _debrief(classroom: Classroom, session: Session, order: Order) -> dict[str, Any]:
    """Talks that still go on end first: nobody may act who has seen all."""
    for table in session.tables:
        if not table.played.ended:
            await classroom.act(table, {"do": "close"})
    classroom.open_debrief(session)
    for table in session.tables:
        async with table.lock:
            await tell_table(table)
    await tell_session(classroom, session)
    return {}


async def _delete(classroom: Classroom, session: Session, order: Order) -> dict[str, Any]:
    classroom.delete(session)
    return {}


# For a table.


async def _event(classroom: Classroom, table: Table, order: Order) -> dict[str, Any]:
    event: dict[str, str] = {"do": order.do}
    if order.do in _WITH_ROLE:
        event["seat"] = str(order.role)
    await classroom.act(table, event)
    return {}


async def _release(classroom: Classroom, table: Table, order: Order) -> dict[str, Any]:
    """The agent takes the seat over, and the people who held it are at the table no longer."""
    await _event(classroom, table, order)
    async with table.lock:
        gone = [person.token for person in table.people if person.role == order.role]
        statement = "DELETE FROM people WHERE table_id = ? AND role = ?"
        await asyncio.to_thread(classroom.store.write, statement, (table.id, order.role))
        table.people = [person for person in table.people if person.role != order.role]
        table.send_away(gone)
        await tell_table(table)
    await tell_session(classroom, table.session)
    return {}


async def _play_out(classroom: Classroom, table: Table, order: Order) -> dict[str, Any]:
    """Round after round, as long as nobody sits there."""
    await classroom.act(table, {"do": "step"})
    while table.played.waits_for_step:
        await classroom.act(table, {"do": "step"})
    return {}


async def _nudge(classroom: Classroom, table: Table, order: Order) -> dict[str, Any]:
    """A word from the trainer on the pages of a role, or of all who are awaited."""
    roles = (order.role,) if order.role else table.played.awaited
    words = " ".join((order.text or "").split())
    for role in roles:
        table.nudges[role] = words
    await _show(classroom, table)
    asyncio.get_running_loop().call_later(NUDGE_SECONDS, _forget, classroom, table, roles, words)
    return {}


def _forget(classroom: Classroom, table: Table, roles: tuple[str, ...], words: str) -> None:
    for role in roles:
        if table.nudges.get(role) == words:
            del table.nudges[role]
    classroom.later(_show(classroom, table))


async def _show(classroom: Classroom, table: Table) -> None:
    async with table.lock:
        await tell_table(table)


async def _reissue(classroom: Classroom, table: Table, order: Order) -> dict[str, Any]:
    """A link by which somebody takes a seat again, on another device too; who held it then holds it no longer."""
    if order.role not in (*table.played.roles, OBSERVER):
        raise Refusal(422, _("There is no seat “{seat}” at this table."), seat=str(order.role)[:40])
    held = [person for person in table.people if person.role == order.role]
    named = [person for person in held if person.name == order.text] or (held if len(held) == 1 else [])
    name = named[0].name if named else order.text or ""
    before = named[0].token if named else None
    token = new_token()
    until = (datetime.now(UTC) + timedelta(minutes=CLAIM_MINUTES)).isoformat()
    values = (hashed(token), table.id, order.role, name[:40], before, until)
    await asyncio.to_thread(classroom.store.write, "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?)", values)
    return {"link": f"/t/{table.id}#claim={token}"}


_Deed = Callable[["Classroom", "Table", Order], Awaitable[dict[str, Any]]]
_WITH_ROLE = frozenset({"agent_moves", "release", "reissue"})
_OF_SESSION: dict[str, Callable[[Classroom, Session, Order], Awaitable[dict[str, Any]]]] = {
    "add_table": _add_table,
    "debrief": _debrief,
    "delete": _delete,
}
_OF_TABLE: dict[str, _Deed] = {
    **dict.fromkeys(("start", "pause", "resume", "close", "step", "agent_moves"), _event),
    "play_out": _play_out,
    "release": _release,
    "nudge": _nudge,
    "reissue": _reissue,
}
