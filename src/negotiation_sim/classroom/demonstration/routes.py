"""The routes of the demonstration page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, get_args

from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute

from negotiation_sim.classroom.demonstration.answers import Answers, TooManyError
from negotiation_sim.classroom.demonstration.cases import parties_of
from negotiation_sim.classroom.demonstration.changes import Change, as_set, changed
from negotiation_sim.classroom.demonstration.curves_socket import demo_socket
from negotiation_sim.classroom.demonstration.negotiation import negotiation_of
from negotiation_sim.classroom.demonstration.talks import Arm, Talks, cannot_be_played, case_named, talks_from
from negotiation_sim.classroom.demonstration.why import why_they_fail
from negotiation_sim.classroom.server.bodies import parsed
from negotiation_sim.classroom.server.joining import client
from negotiation_sim.classroom.server.reader import language_of
from negotiation_sim.classroom.server.refusals import Refusal
from negotiation_sim.engine.executor import RunError
from negotiation_sim.scenario import ScenarioError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from starlette.requests import Request

_ = str  # marks sentences for the message catalogues; the browser looks them up
MOST_RUN = 10_000
_ANSWERS = Answers()


async def parties(request: Request) -> Response:
    """Who sits at the table of a case, in the order they speak, and how each bargains as the file has it."""
    return JSONResponse(parties_of(case_named(request.query_params.get("scenario", "")), _lang(request)))


async def negotiation(request: Request) -> Response:
    """One run, round by round."""
    talks, run, arm, lang = _talks(request, "run", "arm"), _run(request), _arm(request), _lang(request)

    def played() -> dict[str, Any]:
        return negotiation_of(talks.scene(arm), talks.seed, run, lang)

    return await _answer(request, ("negotiation", talks.key(arm), arm, run, lang), played)


async def side_by_side(request: Request) -> Response:
    """The same run twice, once with one thing changed."""
    talks, run, lang = _talks(request, "run", "change"), _run(request), _lang(request)
    change = request.query_params.get("change", "mediator")
    if change not in get_args(Change):
        raise _wrong("change")

    def both() -> dict[str, Any]:
        other, what = changed(talks, cast(Change, change))
        left = negotiation_of(as_set(talks), talks.seed, run, lang)
        return {"left": left, "right": negotiation_of(other, talks.seed, run, lang), "changed": what}

    return await _answer(request, ("both", talks.key("with"), talks.mediator, change, run, lang), both)


async def why(request: Request) -> Response:
    """What would have saved the negotiations that failed."""
    talks, arm, lang = _talks(request, "arm"), _arm(request), _lang(request)

    def explained() -> dict[str, Any]:
        return why_they_fail(talks.scene(arm), talks.seed, lang)

    return await _answer(request, ("why", talks.key(arm), arm, lang), explained)


async def _answer(request: Request, key: Hashable, work: Callable[[], dict[str, Any]]) -> Response:
    """Work it out in a thread; a visitor who asks for more than a few answers a second waits."""
    if not request.app.state.classroom.limits.looks.take(("demo", client(request))):
        raise Refusal(429, _("Too many tries; wait a minute."))
    try:
        return _json(await _ANSWERS.of(key, work))
    except TooManyError:
        raise Refusal(503, _("Too many ask at once; try again in a moment.")) from None
    except (RunError, ScenarioError) as error:
        raise cannot_be_played(error) from None


def _json(answer: bytes) -> Response:
    return Response(answer, media_type="application/json")


def _talks(request: Request, *others: str) -> Talks:
    """The talks of a query: shares and words as they are, `bargain` as JSON. Raises Refusal."""
    query: dict[str, Any] = {key: value for key, value in request.query_params.items() if key not in ("lang", *others)}
    try:
        if "bargain" in query:
            query["bargain"] = parsed(query["bargain"])
    except ValueError:
        raise _wrong("bargain") from None
    return talks_from(query)


def _arm(request: Request) -> Arm:
    arm = request.query_params.get("arm", "without")
    if arm not in get_args(Arm):
        raise _wrong("arm")
    return cast(Arm, arm)


def _run(request: Request) -> int:
    text = request.query_params.get("run", "0")
    if not (text.isascii() and text.isdecimal() and len(text) < 9 and int(text) <= MOST_RUN):
        raise _wrong("run")
    return int(text)


def _wrong(field: str) -> Refusal:
    return Refusal(422, _("The entry {field} is missing or wrong."), field=field)


def _lang(request: Request) -> str:
    return language_of(request, request.app.state.classroom.lang)


demo_routes = [
    WebSocketRoute("/ws/demo", demo_socket),
    Route("/api/demo/parties", parties),
    Route("/api/demo/negotiation", negotiation),
    Route("/api/demo/side_by_side", side_by_side),
    Route("/api/demo/why", why),
]
