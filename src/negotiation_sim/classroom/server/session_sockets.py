"""The sockets that show a whole session: the trainer's grid, and the projector's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiation_sim.classroom.server.broadcasting import tell_session
from negotiation_sim.classroom.server.reader import language_of
from negotiation_sim.classroom.server.refusals import Refusal
from negotiation_sim.classroom.server.socket_care import (
    NOT_ALLOWED,
    NOT_FOUND,
    messages_of,
    turn_away,
    with_mailbox,
)

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

    from negotiation_sim.classroom.server.classroom import Classroom
    from negotiation_sim.classroom.server.mailbox import Mailbox


async def trainer_socket(socket: WebSocket) -> None:
    """The grid of a session, for the trainer only."""
    if not socket.app.state.classroom.is_trainer(socket):
        await turn_away(socket, NOT_ALLOWED)
        return
    await _watch(socket, "trainers")


async def screen_socket(socket: WebSocket) -> None:
    """The screen of a session, which holds no secrets."""
    await _watch(socket, "screens")


async def _watch(socket: WebSocket, which: str) -> None:
    classroom: Classroom = socket.app.state.classroom
    try:
        session = classroom.session(socket.path_params["session"])
    except Refusal:
        await turn_away(socket, NOT_FOUND)
        return
    watching: dict[Mailbox, str] = getattr(session, which)

    async def work(mailbox: Mailbox) -> None:
        watching[mailbox] = language_of(socket, session.lang)
        try:
            await tell_session(classroom, session)
            async for _text in messages_of(socket, mailbox, lambda _text: None):
                continue  # who watches has nothing to say
        finally:
            watching.pop(mailbox, None)

    await with_mailbox(socket, work)
