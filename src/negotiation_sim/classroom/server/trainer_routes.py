"""What only the trainer asks for: to be let in, cases, sessions."""

from __future__ import annotations

import asyncio
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from negotiation_sim.classroom.server.bodies import Body, body_of
from negotiation_sim.classroom.server.classroom import MOST_TABLES, TRAINER_COOKIE
from negotiation_sim.classroom.server.joining import clean_name, client
from negotiation_sim.classroom.server.orders import Order, carry_out
from negotiation_sim.classroom.server.places import ID
from negotiation_sim.classroom.server.reader import language_of
from negotiation_sim.classroom.server.refusals import Refusal
from negotiation_sim.classroom.server.scenario_asked import as_asked
from negotiation_sim.classroom.server.uploads import mistakes
from negotiation_sim.scenario import ScenarioError, load_scenario, shipped_cases, text_in

if TYPE_CHECKING:
    from starlette.requests import Request

    from negotiation_sim.classroom.server.classroom import Classroom
    from negotiation_sim.scenario import Scenario

_ = str  # marks sentences for the message catalogues; the browser looks them up
_A_COURSE = 30 * 24 * 3600


class Login(Body):
    """What the terminal showed."""

    pin: Annotated[str, Field(max_length=64)] = ""


class NewSession(Body):
    """A class to be opened, with a shipped scenario or an uploaded one."""

    scenario: Annotated[str, Field(max_length=100)] | None = None
    text: Annotated[str, Field(max_length=1_000_001)] | None = None
    tables: Annotated[int, Field(ge=1, le=MOST_TABLES)] = 1
    noise: bool = True
    mediator: bool = True
    lang: Literal["en", "ru", "kk"]
    title: Annotated[str, Field(max_length=400)] = ""


async def login(request: Request) -> Response:
    """Let the trainer in."""
    classroom: Classroom = request.app.state.classroom
    limits = classroom.limits
    if classroom.setup.pin is not None and not (limits.pins.take(client(request)) and limits.all_pins.take()):
        raise Refusal(429, _("Too many tries; wait a minute."))
    token = classroom.admit_trainer((await body_of(request, Login)).pin)
    response = Response(status_code=204)
    response.set_cookie(TRAINER_COOKIE, token, max_age=_A_COURSE, path="/", httponly=True, samesite="strict")
    return response


async def cases(request: Request) -> Response:
    """The shipped scenarios, in the reader's language."""
    lang = language_of(request, request.app.state.classroom.lang)
    return JSONResponse(await asyncio.to_thread(_cases, lang))


@cache
def _cases(lang: str) -> list[dict[str, str]]:
    found = [(name, load_scenario(name)) for name in shipped_cases()]
    return [
        {"name": name, "title": scenario.title(lang), "description": text_in(scenario.description, lang)}
        for name, scenario in found
    ]


async def sessions(request: Request) -> Response:
    """All sessions, the newest first."""
    classroom: Classroom = request.app.state.classroom
    classroom.require_trainer(request)
    return JSONResponse(_listed(classroom))


def _listed(classroom: Classroom) -> list[dict[str, Any]]:
    return [
        {
            "id": session.id,
            "code": session.code,
            "title": session.title,
            "created": session.created,
            "tables": len(session.tables),
            "state": session.state,
        }
        for session in sorted(classroom.sessions.values(), key=lambda session: session.created, reverse=True)
    ]


async def open_session(request: Request) -> Response:
    """A new session."""
    classroom: Classroom = request.app.state.classroom
    classroom.require_trainer(request)
    asked = await body_of(request, NewSession)
    scenario = await _scenario(classroom, asked)
    if scenario.protocol == "stacked_alternating_offers":
        raise Refusal(422, _("Stacked alternating offers are for programs; set the protocol to alternating_offers."))
    try:
        scenario = await asyncio.to_thread(as_asked, scenario, noise=asked.noise, mediator=asked.mediator)
    except ScenarioError as error:
        raise mistakes(error) from None
    title = clean_name(asked.title)
    session = classroom.open_session(scenario, title=title, lang=asked.lang, noise=asked.noise, tables=asked.tables)
    return JSONResponse({"id": session.id, "code": session.code}, status_code=201)


async def _scenario(classroom: Classroom, asked: NewSession) -> Scenario:
    if (asked.scenario is None) == (asked.text is None):
        raise Refusal(422, _("Choose a scenario, or bring one of your own."))
    if asked.text is not None:
        return await classroom.uploads.read(asked.text, asked.lang)
    if asked.scenario not in shipped_cases():
        raise Refusal(422, _("There is no scenario {name}."), name=asked.scenario)
    return await asyncio.to_thread(load_scenario, asked.scenario)


async def order(request: Request) -> Response:
    """One of the trainer's buttons."""
    classroom: Classroom = request.app.state.classroom
    classroom.require_trainer(request)
    session = classroom.session(request.path_params["session"])
    return JSONResponse(await carry_out(classroom, session, await body_of(request, Order)))


trainer_routes = [
    Route("/api/trainer/login", login, methods=["POST"]),
    Route("/api/cases", cases),
    Route("/api/sessions", sessions, methods=["GET"]),
    Route("/api/sessions", open_session, methods=["POST"]),
    Route(f"/api/sessions/{ID('session')}/do", order, methods=["POST"]),
]
