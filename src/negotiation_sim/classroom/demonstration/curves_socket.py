"""The socket of the curves: the newest question of each page is answered, again and again as runs come in."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import TYPE_CHECKING

from negotiation_sim.classroom.demonstration.curves import Question
from negotiation_sim.classroom.demonstration.talks import cannot_be_played, talks_from
from negotiation_sim.classroom.server.bodies import parsed
from negotiation_sim.classroom.server.refusals import Refusal
from negotiation_sim.classroom.server.socket_care import messages_of, with_mailbox
from negotiation_sim.engine.executor import RunError
from negotiation_sim.scenario import ScenarioError

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

    from negotiation_sim.classroom.server.mailbox import Mailbox

_ = str  # marks sentences for the message catalogues; the browser looks them up


async def demo_socket(socket: WebSocket) -> None:
    """{"id", "params"} in; {"id", "runs", "done", curves ...} out, several times; a refusal has `why` and `with`."""

    async def work(mailbox: Mailbox) -> None:
        present = _Present(mailbox)
        newest: str | None = None

        def too_fast(text: str) -> None:
            # A hand can be faster than it may ask; where it came to rest is asked once there is leave again.
            nonlocal newest
            newest = text
            asyncio.get_running_loop().call_later(0.2, again, text)

        def again(text: str) -> None:
            if newest == text:
                present.ask(text)

        try:
            async for text in messages_of(socket, mailbox, too_fast):
                newest = None
                present.ask(text)
        finally:
            await present.end()

    await with_mailbox(socket, work)


class _Present:
    """The question that is being answered; a newer one takes its place."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox
        self._task: asyncio.Task[None] | None = None

    def ask(self, text: str) -> None:
        """Answer this one from now on."""
        number: object = None
        try:
            asked = parsed(text)
            if not isinstance(asked, dict) or set(asked) != {"id", "params"} or type(asked["id"]) is not int:
                raise ValueError("no question")
            number = asked["id"]
            question = Question(talks_from(asked["params"]))
        except Refusal as refusal:
            self._mailbox.answer({"id": number, **refusal.as_json()})
            return
        except ValueError:
            self._mailbox.answer({"id": number, "why": _("This cannot be read."), "with": {}})
            return
        self._drop()
        self._task = asyncio.ensure_future(self._answer(number, question))

    async def _answer(self, number: object, question: Question) -> None:
        try:
            async for answer in question.answers():
                self._mailbox.show(json.dumps({"id": number, **answer}))
        except Refusal as refusal:
            self._mailbox.answer({"id": number, **refusal.as_json()})
        except (RunError, ScenarioError) as error:
            self._mailbox.answer({"id": number, **cannot_be_played(error).as_json()})

    def _drop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    async def end(self) -> None:
        """Nobody asks any more."""
        self._drop()
        if self._task is not None:
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
