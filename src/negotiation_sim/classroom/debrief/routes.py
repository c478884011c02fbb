"""The routes of what comes after the talks: debrief, other worlds, questionnaire, exports, cards, guide."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from negotiation_sim.classroom.debrief.cards import cards_of
from negotiation_sim.classroom.debrief.changes import World, other_world
from negotiation_sim.classroom.debrief.data import debrief_of
from negotiation_sim.classroom.debrief.guide import guide_of
from negotiation_sim.classroom.debrief.handout import handout
from negotiation_sim.classroom.debrief.kept import kept_debrief
from negotiation_sim.classroom.debrief.rows import as_csv, as_parquet, rows_of
from negotiation_sim.classroom.debrief.statements import STATEMENTS
from negotiation_sim.classroom.debrief.worlds import replayed, summary
from negotiation_sim.classroom.server.bodies import Body, body_of
from negotiation_sim.classroom.server.classroom import now
from negotiation_sim.classroom.server.places import ID
from negotiation_sim.classroom.server.reader import language_of
from negotiation_sim.classroom.server.refusals import Refusal
from negotiation_sim.classroom.server.tokens import hashed
from negotiation_sim.scenario import ScenarioError

if TYPE_CHECKING:
    from starlette.requests import Request

    from negotiation_sim.classroom.server.classroom import Classroom
    from negotiation_sim.classroom.server.session import Session
    from negotiation_sim.classroom.server.table import Seat, Table

_ = str  # marks sentences for the message catalogues; the browser looks them up
_Answer = Annotated[int, Field(ge=1, le=5)]


class AskedWorld(Body):
    """Which table is to be played again, and what is changed."""

    table: Annotated[str, Field(max_length=43)]
    world: World


class Survey(Body):
    """The answers of one person."""

    when: Literal["before", "after"]
    answers: Annotated[dict[Annotated[str, Field(max_length=20)], _Answer], Field(max_length=len(STATEMENTS))]


async def debrief(request: Request) -> Response:
    """The debrief for the trainer."""
    classroom, session = _as_trainer(request)
    return JSONResponse(await kept_debrief(classroom, session, _lang(request, session)))


async def debrief_of_seat(request: Request) -> Response:
    """The debrief for somebody who sat at a table, once the trainer has opened it."""
    classroom, table, _seat = _seated(request)
    if not table.session.debrief:
        raise Refusal(403, _("The trainer has not opened the debrief yet."))
    shown = await kept_debrief(classroom, table.session, _lang(request, table.session))
    return JSONResponse({**shown, "my_table": table.id})


async def whole_table(request: Request) -> Response:
    """All that happened at one table: for the trainer, and for those who sat in the session once it is debriefed."""
    classroom: Classroom = request.app.state.classroom
    table = classroom.table(request.path_params["table"])
    if not classroom.is_trainer(request):
        sat = any(classroom.seat_of(request, other.id) for other in table.session.tables)
        if not (sat and table.session.debrief):
            raise Refusal(403, _("The trainer has not opened the debrief yet."))
    return JSONResponse(await asyncio.to_thread(table.played.everything, _lang(request, table.session)))


async def world(request: Request) -> Response:
    """A table as it was, and as it would have gone in another world."""
    classroom, session = _as_trainer(request)
    asked = await body_of(request, AskedWorld)
    table = classroom.table(asked.table)
    if table.session is not session:
        raise Refusal(404, _("There is no such table."))
    return JSONResponse(await asyncio.to_thread(_world, table, asked.world))


def _world(table: Table, world: World) -> dict[str, Any]:
    if not table.played.is_started:
        raise Refusal(409, _("The talks have not begun yet."))
    session = table.session
    try:
        other = other_world(session.scenario, world)
    except ScenarioError:
        raise Refusal(409, _("This scenario cannot be played in that world.")) from None
    again = replayed(session.scenario, other, session.seed, session.run, table.events)
    control = replayed(session.scenario, session.scenario, session.seed, session.run, table.events)
    return {"world": world, "as_played": summary(table.played), "other": summary(again), "control": summary(control)}


async def survey(request: Request) -> Response:
    """Keep somebody's answers; later ones replace earlier ones of the same moment."""
    classroom, table, seat = _seated(request)
    asked = await body_of(request, Survey)
    if set(asked.answers) != set(STATEMENTS):
        raise Refusal(422, _("Please answer every statement."))
    statement = "INSERT OR REPLACE INTO surveys VALUES (?, ?, ?, ?, ?, ?)"
    anonymous = hashed(f"survey {seat.token}")  # joins no answer to a name in the file
    values = (table.id, anonymous, seat.role, asked.when, json.dumps(asked.answers), now())
    await asyncio.to_thread(classroom.store.write, statement, values)
    return Response(status_code=204)


async def statements(request: Request) -> Response:
    """The statements of the questionnaire."""
    return JSONResponse([{"key": key, "text": text} for key, text in STATEMENTS.items()])


async def export(request: Request) -> Response:
    """The session as a file."""
    classroom, session = _as_trainer(request)
    ending = request.path_params["kind"]
    if ending not in _EXPORTS:
        raise Refusal(404, _("There is nothing here."))
    make, kind = _EXPORTS[ending]
    content = await asyncio.to_thread(make, classroom, session, _lang(request, session))
    name = f"session-{session.code}.{ending}"
    return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})


def _csv(classroom: Classroom, session: Session, lang: str) -> bytes:
    return as_csv(rows_of(classroom, session, lang))


def _parquet(classroom: Classroom, session: Session, lang: str) -> bytes:
    return as_parquet(rows_of(classroom, session, lang))


def _json(classroom: Classroom, session: Session, lang: str) -> bytes:
    """The debrief, and all that the tables are folded from."""
    logs = [{"table": table.name, "run": session.run, "events": table.events} for table in session.tables]
    whole = {
        "scenario": session.scenario.canonical(),
        "seed": session.seed,
        "logs": logs,
        "debrief": debrief_of(classroom, session, lang),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


_Export = Callable[["Classroom", "Session", str], bytes]
_EXPORTS: dict[str, tuple[_Export, str]] = {
    "csv": (_csv, "text/csv; charset=utf-8"),
    "parquet": (_parquet, "application/vnd.apache.parquet"),
    "json": (_json, "application/json"),
    "html": (handout, "text/html; charset=utf-8"),
}


async def cards(request: Request) -> Response:
    """Role cards to print."""
    _classroom, session = _as_trainer(request)
    return JSONResponse(await asyncio.to_thread(cards_of, session, _lang(request, session)))


async def guide(request: Request) -> Response:
    """The trainer's guide to print."""
    _classroom, session = _as_trainer(request)
    return JSONResponse(await asyncio.to_thread(guide_of, session, _lang(request, session)))


def _as_trainer(request: Request) -> tuple[Classroom, Session]:
    classroom: Classroom = request.app.state.classroom
    classroom.require_trainer(request)
    return classroom, classroom.session(request.path_params["session"])


def _seated(request: Request) -> tuple[Classroom, Table, Seat]:
    classroom: Classroom = request.app.state.classroom
    table = classroom.table(request.path_params["table"])
    seat = classroom.seat_of(request, table.id)
    if seat is None:
        raise Refusal(401, _("You do not sit at this table."))
    return classroom, table, seat


def _lang(request: Request, session: Session) -> str:
    return language_of(request, session.lang)


_SESSION = f"/api/sessions/{ID('session')}"
_TABLE = f"/api/t/{ID('table')}"
debrief_routes = [
    Route(f"{_SESSION}/debrief", debrief),
    Route(f"{_SESSION}/world", world, methods=["POST"]),
    Route(f"{_SESSION}/export.{{kind:scene}}", export),
    Route(f"{_SESSION}/cards", cards),
    Route(f"{_SESSION}/guide", guide),
    Route(f"{_TABLE}/debrief", debrief_of_seat),
    Route(f"{_TABLE}/whole", whole_table),
    Route(f"{_TABLE}/survey", survey, methods=["POST"]),
    Route("/api/statements", statements),
]
