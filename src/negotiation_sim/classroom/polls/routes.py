"""Where polls are opened, guessed in, watched and revealed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute

from negotiation_sim.classroom.polls.open_polls import OpenPolls
from negotiation_sim.classroom.polls.poll import Poll, Question, Share
from negotiation_sim.classroom.server.bodies import Body, body_of
from negotiation_sim.classroom.server.joining import client
from negotiation_sim.classroom.server.places import CODE
from negotiation_sim.classroom.server.refusals import Refusal
from negotiation_sim.classroom.server.socket_care import (
    NOT_ALLOWED,
    NOT_FOUND,
    messages_of,
    turn_away,
    with_mailbox,
)
from negotiation_sim.classroom.server.tokens import hashed, new_token

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection, Request
    from starlette.websockets import WebSocket

    from negotiation_sim.classroom.server.classroom import Classroom
    from negotiation_sim.classroom.server.mailbox import Mailbox

_ = str  # marks sentences for the message catalogues; the browser looks them up
_COOKIE = "guesser"
_A_DAY = 24 * 3600


class Opening(Body):
    """What the trainer asks."""

    question: Question


class Guess(Body):
    """A share of the negotiations."""

    guess: Share


class Ending(Body):
    """The answer for all to see, or an end without one."""

    do: Literal["reveal", "close"]
    answer: Share | None = None


async def open_poll(request: Request) -> Response:
    """A new poll, for the trainer: its code, and the address that phones open."""
    request.app.state.classroom.require_trainer(request)
    poll = _polls(request).open((await body_of(request, Opening)).question)
    return JSONResponse(_links(request, poll), status_code=201)


async def look(request: Request) -> Response:
    """A poll as a phone sees it; the phone gets the cookie by which its guess stays one guess."""
    if not request.app.state.classroom.limits.looks.take(client(request)):
        raise _too_often()
    token = request.cookies.get(_COOKIE) or new_token()
    poll = _polls(request).get(request.path_params["code"])
    return _remembering(token, JSONResponse({"poll": poll.view(hashed(token)), **_links(request, poll)}))


async def guess(request: Request) -> Response:
    """A guess, or another one instead of the first."""
    polls, token = _polls(request), request.cookies.get(_COOKIE)
    poll = polls.get(request.path_params["code"])
    is_known = token is not None and hashed(token) in poll.guesses
    if not (polls.changes.take(token) if is_known else polls.newcomers.take(client(request))):
        raise _too_often()
    token = token or new_token()
    poll.guess(hashed(token), (await body_of(request, Guess)).guess)
    _tell(poll)
    return _remembering(token, JSONResponse({"poll": poll.view(hashed(token))}))


async def end(request: Request) -> Response:
    """Reveal or close, for the trainer."""
    request.app.state.classroom.require_trainer(request)
    poll = _polls(request).get(request.path_params["code"])
    asked = await body_of(request, Ending)
    if asked.do == "close":
        poll.close()
    elif asked.answer is None:
        raise Refusal(422, _("The entry {field} is missing or wrong."), field="answer")
    else:
        poll.reveal(asked.answer)
    _tell(poll)
    return JSONResponse({"poll": poll.view(None)})


async def poll_socket(socket: WebSocket) -> None:
    """The poll at every change: with `?as=trainer` all guesses, else what this phone may see."""
    as_trainer = socket.query_params.get("as") == "trainer"
    if as_trainer and not socket.app.state.classroom.is_trainer(socket):
        await turn_away(socket, NOT_ALLOWED)
        return
    try:
        poll = _polls(socket).get(socket.path_params["code"])
    except Refusal:
        await turn_away(socket, NOT_FOUND)
        return

    async def work(mailbox: Mailbox) -> None:
        poll.watching[mailbox] = who = None if as_trainer else hashed(socket.cookies.get(_COOKIE, ""))
        mailbox.show(_message(poll, who))
        try:
            async for _text in messages_of(socket, mailbox, lambda _text: None):
                continue  # guesses come as requests
        finally:
            poll.watching.pop(mailbox, None)

    await with_mailbox(socket, work)


def _polls(connection: HTTPConnection) -> OpenPolls:
    state = connection.app.state
    if not hasattr(state, "polls"):
        state.polls = OpenPolls()
    polls: OpenPolls = state.polls
    return polls


def _links(request: Request, poll: Poll) -> dict[str, str]:
    """How phones come to a poll; the browser of the trainer may know the server only as 127.0.0.1."""
    classroom: Classroom = request.app.state.classroom
    address = classroom.setup.addresses()[0]
    return {"code": poll.code, "url": f"http://{address}/poll/{poll.code}", "qr": f"/qr/{poll.code}.svg?to=poll"}


def _tell(poll: Poll) -> None:
    for mailbox, who in poll.watching.items():
        mailbox.show(_message(poll, who))


def _message(poll: Poll, who: str | None) -> str:
    return json.dumps({"poll": poll.view(who)})


def _remembering(token: str, response: Response) -> Response:
    response.set_cookie(_COOKIE, token, max_age=_A_DAY, path="/", httponly=True, samesite="strict")
    return response


def _too_often() -> Refusal:
    return Refusal(429, _("Too many tries; wait a minute."))


poll_routes = [
    Route("/api/polls", open_poll, methods=["POST"]),
    Route(f"/api/polls/{CODE}", look),
    Route(f"/api/polls/{CODE}/guess", guess, methods=["POST"]),
    Route(f"/api/polls/{CODE}/do", end, methods=["POST"]),
    WebSocketRoute(f"/ws/poll/{CODE}", poll_socket),
]
