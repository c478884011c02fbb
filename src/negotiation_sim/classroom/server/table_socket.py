"""The socket of a table: a seat, an observer or the trainer looks on, and people act by it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from negotiation_sim.classroom.server.bodies import parsed
from negotiation_sim.classroom.server.broadcasting import tell_table
from negotiation_sim.classroom.server.reader import language_of
from negotiation_sim.classroom.server.refusals import Refusal
from negotiation_sim.classroom.server.socket_care import (
    NOT_ALLOWED,
    NOT_FOUND,
    messages_of,
    turn_away,
    with_mailbox,
)
from negotiation_sim.classroom.server.table import NOT_SEATED, Sight, Viewer
from negotiation_sim.classroom.table import Refused
from negotiation_sim.classroom.table.actions import OF_SEATS
from negotiation_sim.classroom.table.reading import OBSERVER, TRAINER

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

    from negotiation_sim.classroom.server.classroom import Classroom
    from negotiation_sim.classroom.server.mailbox import Mailbox
    from negotiation_sim.classroom.server.table import Table

_ = str  # marks sentences for the message catalogues; the browser looks them up
_AGAIN = {"again": True}
"""What a page says that lost track of what it is shown."""

_OURS = {"seat", "n", "at"}
"""What the server itself writes into an event."""

_log = logging.getLogger(__name__)


async def table_socket(socket: WebSocket) -> None:
    """Find out who it is, then show and listen."""
    classroom: Classroom = socket.app.state.classroom
    try:
        table = classroom.table(socket.path_params["table"])
    except Refusal:
        await turn_away(socket, NOT_FOUND)
        return
    lang = language_of(socket, table.session.lang)
    seat = classroom.seat_of(socket, table.id)
    if socket.query_params.get("as") == TRAINER:
        if not classroom.is_trainer(socket):
            await turn_away(socket, NOT_ALLOWED)
            return
        viewer = Viewer(Sight(TRAINER, lang), None)
    elif seat is None:
        await turn_away(socket, NOT_SEATED)
        return
    else:
        viewer = Viewer(Sight(seat.role, lang), seat.token)

    async def work(mailbox: Mailbox) -> None:
        try:
            await _look(classroom, table, mailbox, viewer)
            async for text in messages_of(socket, mailbox, lambda text: _too_fast(mailbox, text)):
                await _take(classroom, table, viewer, mailbox, text)
        finally:
            table.viewers.pop(mailbox, None)
            classroom.later(_show_who_is_there(classroom, table))

    await with_mailbox(socket, work)


async def _look(classroom: Classroom, table: Table, mailbox: Mailbox, viewer: Viewer) -> None:
    table.viewers[mailbox] = viewer
    await _show_who_is_there(classroom, table)


async def _show_who_is_there(classroom: Classroom, table: Table) -> None:
    async with table.lock:
        await tell_table(table)
    classroom.tell_session_soon(table.session)


async def _take(classroom: Classroom, table: Table, viewer: Viewer, mailbox: Mailbox, text: str) -> None:
    """One action of a person: taken and acknowledged, or refused with the reason."""
    message = _message(text)
    if message == _AGAIN:
        mailbox.show_again()
        return
    seq, action = _read(message)
    try:
        if seq is None or action is None:
            raise Refused(_("This is no action of a seat."))
        if viewer.role in (OBSERVER, TRAINER):
            raise Refused(_("Who looks on cannot act."))
        if table.seat(viewer.token) is None:
            raise Refused(_("You sit at this table no longer."))
        await classroom.act(table, {**action, "seat": viewer.role}, viewer.token, seq)
    except (Refused, Refusal) as refused:
        mailbox.answer(_refusal(seq, refused.why, refused.parameters))
    except Exception:
        _log.exception("An action failed.")
        mailbox.answer(_refusal(seq, _("This should not have happened; nothing was changed."), {}))
    else:
        mailbox.answer({"ack": seq})


def _too_fast(mailbox: Mailbox, text: str) -> None:
    mailbox.answer(_refusal(_read(_message(text))[0], _("Too fast; wait a second."), {}))


def _refusal(seq: int | None, why: str, parameters: dict[str, object]) -> dict[str, object]:
    return {"refused": seq, "why": why, "with": parameters}


def _message(text: str) -> dict[str, Any]:
    """What a page says; nothing of what is no message."""
    try:
        message = parsed(text)
    except ValueError:
        return {}
    return message if isinstance(message, dict) else {}


def _read(message: dict[str, Any]) -> tuple[int | None, dict[str, Any] | None]:
    """The number and the action of a message, as far as they are sound."""
    seq, action = message.get("seq"), message.get("action")
    if type(seq) is not int or not 0 <= seq < 2**53:
        return None, None
    if not isinstance(action, dict) or action.keys() & _OURS or message.keys() != {"seq", "action"}:
        return seq, None
    do = action.get("do")
    return seq, action if isinstance(do, str) and do in OF_SEATS else None
