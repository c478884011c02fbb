"""The application: all routes, behind what guards them."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import JSONResponse
from starlette.routing import WebSocketRoute

from negotiation_sim.classroom.debrief.routes import debrief_routes
from negotiation_sim.classroom.demonstration.routes import demo_routes
from negotiation_sim.classroom.polls import poll_routes
from negotiation_sim.classroom.server.guard import Guard
from negotiation_sim.classroom.server.joining import joining_routes
from negotiation_sim.classroom.server.own_addresses import own_names
from negotiation_sim.classroom.server.places import ID
from negotiation_sim.classroom.server.plain_routes import plain_routes
from negotiation_sim.classroom.server.refusals import Refusal, refused
from negotiation_sim.classroom.server.session_sockets import screen_socket, trainer_socket
from negotiation_sim.classroom.server.shell import nothing_here, shell_routes
from negotiation_sim.classroom.server.table_socket import table_socket
from negotiation_sim.classroom.server.trainer_routes import trainer_routes
from negotiation_sim.classroom.table import Refused

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from negotiation_sim.classroom.server.classroom import Classroom

_ = str  # marks sentences for the message catalogues; the browser looks them up
socket_routes = [
    WebSocketRoute(f"/ws/t/{ID('table')}", table_socket),
    WebSocketRoute(f"/ws/s/{ID('session')}", trainer_socket),
    WebSocketRoute(f"/ws/screen/{ID('session')}", screen_socket),
]


def application(classroom: Classroom) -> Starlette:
    """The web application of a classroom; the classroom's store is closed with it."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        await classroom.end()

    setup = classroom.setup
    names = [setup.host, *(own_names() if setup.is_open_to_others else ())]
    app = Starlette(
        routes=[
            *shell_routes,
            *plain_routes,
            *joining_routes,
            *trainer_routes,
            *socket_routes,
            *demo_routes,
            *poll_routes,
            *debrief_routes,
        ],
        middleware=[Middleware(Guard, names=names)],
        exception_handlers={Refusal: refused, Refused: _refused_by_the_table, 404: _not_found, 500: _failed},
        lifespan=lifespan,
    )
    app.state.classroom = classroom
    return app


async def _refused_by_the_table(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refused)
    return JSONResponse({"why": refusal.why, "with": refusal.parameters}, status_code=409)


async def _not_found(request: Request, error: Exception) -> Response:
    if request.method == "GET" and not request.url.path.startswith(("/api/", "/static/")):
        return nothing_here(request)
    return await refused(request, Refusal(404, _("There is nothing here.")))


async def _failed(request: Request, error: Exception) -> Response:
    logging.getLogger(__name__).error("%s failed", request.url.path)
    return await refused(request, Refusal(500, _("This should not have happened; nothing was changed.")))
