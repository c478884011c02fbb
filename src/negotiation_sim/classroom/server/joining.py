"""How people come to a table: by the code on the projector, or by a link that the trainer gives out."""

from __future__ import annotations

import asyncio
import unicodedata
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import Field
from starlette.responses import JSONResponse
from starlette.routing import Route

from negotiation_sim.classroom.server.bodies import Body, body_of
from negotiation_sim.classroom.server.broadcasting import tell_table
from negotiation_sim.classroom.server.classroom import now
from negotiation_sim.classroom.server.places import CODE, is_code
from negotiation_sim.classroom.server.reader import language_of
from negotiation_sim.classroom.server.refusals import Refusal
from negotiation_sim.classroom.server.table import Seat
from negotiation_sim.classroom.server.tokens import hashed, new_token
from negotiation_sim.classroom.table.reading import OBSERVER
from negotiation_sim.messages import translator
from negotiation_sim.story.naming import Names

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection, Request
    from starlette.responses import Response

    from negotiation_sim.classroom.server.classroom import Classroom
    from negotiation_sim.classroom.server.session import Session
    from negotiation_sim.classroom.server.table import Table

_ = str  # marks sentences for the message catalogues; the browser looks them up
MOST_ON_A_SEAT = 12
MOST_AT_A_TABLE = 60
LONGEST_NAME = 40
_A_COURSE = 30 * 24 * 3600


class Join(Body):
    """Who wants to sit where."""

    code: Annotated[str, Field(min_length=5, max_length=5)]
    name: Annotated[str, Field(max_length=400)]
    role: Annotated[str, Field(min_length=1, max_length=100)]
    table: Annotated[str, Field(max_length=43)]


class Claim(Body):
    """The secret part of a link that the trainer gave out."""

    token: Annotated[str, Field(min_length=20, max_length=100)]


async def tables_to_join(request: Request) -> Response:
    """The tables of a class and how full their seats are."""
    classroom: Classroom = request.app.state.classroom
    _allow(classroom.limits.looks.take(client(request)))
    session = classroom.session_of_code(request.path_params["code"])
    lang = language_of(request, session.lang)
    return JSONResponse(await asyncio.to_thread(_free_seats, session, lang))


def _free_seats(session: Session, lang: str) -> dict[str, object]:
    names = Names(session.scenario, translator(lang), lang)
    return {
        "title": session.title,
        "lang": session.lang,
        "state": session.state,
        "tables": [
            {
                "id": table.id,
                "name": table.name,
                "state": table.state,
                "seats": [
                    {
                        "role": role,
                        "label": names.party(role),
                        "people": sum(seat.role == role for seat in table.people),
                    }
                    for role in table.played.roles
                ],
            }
            for table in session.tables
        ],
    }


async def join(request: Request) -> Response:
    """Sit down: the browser gets a cookie that is the seat."""
    classroom: Classroom = request.app.state.classroom
    _allow(classroom.limits.joins.take(client(request)))
    asked = await body_of(request, Join)
    if not is_code(asked.code):
        raise Refusal(404, _("There is no class with the code {code}."), code=asked.code)
    session = classroom.session_of_code(asked.code)
    table = classroom.table(asked.table)
    if table.session is not session:
        raise Refusal(404, _("There is no such table."))
    name = clean_name(asked.name)
    if not name:
        raise Refusal(422, _("Give a name of 1 to 40 characters."))
    before = classroom.seat_of(request, table.id)
    return await _seated(classroom, table, name, asked.role, instead_of=before.token if before else None)


async def claim(request: Request) -> Response:
    """Take over a seat with a link that works once."""
    classroom: Classroom = request.app.state.classroom
    _allow(classroom.limits.joins.take(client(request)))
    token = hashed((await body_of(request, Claim)).token)
    rows = classroom.store.rows("SELECT * FROM claims WHERE token = ?", (token,))
    taken = classroom.store.write("DELETE FROM claims WHERE token = ?", (token,))
    if not rows or not taken or datetime.fromisoformat(rows[0]["until"]) < datetime.now(UTC):
        raise Refusal(404, _("This link has been used or is too old; ask the trainer for another."))
    table = classroom.table(rows[0]["table_id"])
    return await _seated(classroom, table, rows[0]["name"], rows[0]["role"], instead_of=rows[0]["instead_of"])


async def _seated(classroom: Classroom, table: Table, name: str, role: str, instead_of: str | None) -> Response:
    token = new_token()
    await asyncio.shield(asyncio.ensure_future(_sit(classroom, table, Seat(hashed(token), role, name), instead_of)))
    response = JSONResponse({"table": table.id, "role": role})
    response.set_cookie(f"seat_{table.id}", token, max_age=_A_COURSE, path="/", httponly=True, samesite="strict")
    return response


async def _sit(classroom: Classroom, table: Table, seat: Seat, instead_of: str | None) -> None:
    """Seat a person; one whom they come instead of, themselves on another device perhaps, is sent away."""
    async with table.lock:
        played = await asyncio.to_thread(lambda: table.played)
        others = [person for person in table.people if person.token != instead_of]
        if seat.role not in (*played.roles, OBSERVER):
            raise Refusal(422, _("There is no seat “{seat}” at this table."), seat=seat.role[:40])
        if sum(person.role == seat.role for person in others) >= MOST_ON_A_SEAT or len(others) >= MOST_AT_A_TABLE:
            raise Refusal(409, _("This seat is full; choose another one."))
        if seat.role != OBSERVER and not played.at(seat.role).is_human:
            await asyncio.to_thread(table.apply, {"do": "sit", "seat": seat.role})
        await asyncio.to_thread(classroom.store.seat, table.id, seat, instead_of, now())
        left = next((person.role for person in table.people if person.token == instead_of), OBSERVER)
        table.people = [*others, seat]
        if left != OBSERVER and all(person.role != left for person in table.people) and not played.ended:
            await asyncio.to_thread(table.apply, {"do": "release", "seat": left})
        table.send_away([instead_of] if instead_of else [])
        await tell_table(table)
    classroom.tell_session_soon(table.session)


def clean_name(name: str) -> str:
    """A name as people write it: no control or direction marks, single spaces, not too long."""
    kept = "".join(" " if letter.isspace() else letter for letter in unicodedata.normalize("NFC", name))
    kept = "".join(letter for letter in kept if unicodedata.category(letter)[0] != "C")
    return " ".join(kept.split())[:LONGEST_NAME].strip()


def client(connection: HTTPConnection) -> str:
    """The address that somebody comes from."""
    return connection.client.host if connection.client else ""


def _allow(allowed: bool) -> None:
    if not allowed:
        raise Refusal(429, _("Too many tries; wait a minute."))


joining_routes = [
    Route(f"/api/join/{CODE}", tables_to_join),
    Route("/api/join", join, methods=["POST"]),
    Route("/api/claim", claim, methods=["POST"]),
]
