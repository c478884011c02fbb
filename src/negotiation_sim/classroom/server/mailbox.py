"""What waits to be sent to one browser: all answers, and of the views only the newest."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from typing import TYPE_CHECKING, Any

from negotiation_sim.classroom.server.picture import Frames, Picture

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

MOST_ANSWERS = 64
"""Answers that may wait; a browser that reads none of them is let go."""

SLOWEST = 15.0
"""Seconds that one message may take to be handed over."""

GONE = 1013
"""The code of a socket closed since its reader is too slow: come again."""


class Mailbox:
    """Takes messages at once and sends them as fast as the reader reads."""

    def __init__(self, socket: WebSocket) -> None:
        """Nothing waits yet."""
        self._socket = socket
        self._answers: deque[dict[str, Any]] = deque()
        self._newest: str | Picture | None = None
        self._frames = Frames()
        self._something = asyncio.Event()
        self._close: int | None = None

    def show(self, newest: str | Picture) -> None:
        """How all looks now, as a text or as a picture; what still waits is out of date and dropped."""
        self._newest = newest
        self._something.set()

    def show_again(self) -> None:
        """The page lost track: show all of the last picture."""
        held = self._frames.lost()
        if self._newest is None and held is not None:
            self.show(held)

    def answer(self, message: dict[str, Any]) -> None:
        """An answer to something the browser sent."""
        if len(self._answers) >= MOST_ANSWERS:
            self.close(GONE)
            return
        self._answers.append(message)
        self._something.set()

    def close(self, code: int) -> None:
        """End the socket, after what waits has been sent where it can be."""
        self._close = code
        self._something.set()

    @property
    def is_closing(self) -> bool:
        """Whether the socket is to be closed from this side."""
        return self._close is not None

    async def send_all(self) -> None:
        """Send until the socket is to be closed; then close it."""
        try:
            while self._close is None or self._answers or self._newest is not None:
                await self._something.wait()
                self._something.clear()
                async with asyncio.timeout(SLOWEST):
                    await self._send_waiting()
            await self._socket.close(self._close)
        except TimeoutError:
            await self._socket.close(GONE)

    async def _send_waiting(self) -> None:
        while self._answers or self._newest is not None:
            if self._answers:
                await self._socket.send_text(json.dumps(self._answers.popleft(), ensure_ascii=False))
            else:
                newest, self._newest = self._newest, None
                text = self._frames.next(newest) if isinstance(newest, Picture) else newest
                if text is not None:
                    await self._socket.send_text(text)
