"""Files, sentences, codes to scan, and whether the server is there."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING

import segno
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from negotiation_sim.classroom.server.browser_words import STATIC, catalogue_of
from negotiation_sim.classroom.server.places import CODE
from negotiation_sim.messages import LANGUAGES

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import Scope

    from negotiation_sim.classroom.server.classroom import Classroom


async def healthz(request: Request) -> Response:
    """Whether the server is there."""
    return PlainTextResponse("ok")


async def catalogue(request: Request) -> Response:
    """The sentences of the pages in a language."""
    lang = request.path_params["lang"]
    if lang not in LANGUAGES:
        return PlainTextResponse("", status_code=404)
    return JSONResponse(await asyncio.to_thread(catalogue_of, lang), headers={"cache-control": "no-cache"})


async def qr(request: Request) -> Response:
    """The address where one joins, or guesses (`?to=poll`), to be scanned from the projector."""
    classroom: Classroom = request.app.state.classroom
    page = "poll" if request.query_params.get("to") == "poll" else "j"
    link = classroom.link(f"/{page}/{request.path_params['code']}", request.query_params.get("address"))
    picture = io.BytesIO()
    segno.make(link, error="m").save(
        picture, kind="svg", scale=8, border=2, xmldecl=False, svgclass=None, lineclass=None
    )
    return Response(picture.getvalue(), media_type="image/svg+xml")


class _FreshFiles(StaticFiles):
    """Files that a browser keeps and asks about each time: after an update nobody sees an old page."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "no-cache"
        return response


plain_routes = [
    Route("/healthz", healthz),
    Route("/i18n/{lang}.json", catalogue),
    Route(f"/qr/{CODE}.svg", qr),
    Mount("/static", _FreshFiles(directory=STATIC)),
]
