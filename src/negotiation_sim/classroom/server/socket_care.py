"""What every socket of the classroom keeps to: how many there may be, how much and how fast somebody may speak."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING

from negotiation_sim.classroom.server.allowances import Allowance
from negotiation_sim.classroom.server.joining import client
from negotiation_sim.classroom.server.mailbox import SLOWEST, Mailbox

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

    from negotiation_sim.classroom.server.classroom import Classroom

LARGEST_MESSAGE = 8 * 1024
MOST_SOCKETS = 800
MOST_FROM_ONE_ADDRESS = 200
"""A whole class may come from one address, behind a router of its own."""

A_SECOND = 20
PATIENCE = 200
"""Messages beyond the rate that are refused before the socket is closed."""

NOT_ALLOWED, NOT_FOUND = 4403, 4404
"""Codes from 4400 on tell the page that coming again is no use."""

_FLOOD, _TOO_LARGE, _FULL = 1008, 1009, 1013


async def turn_away(socket: WebSocket, code: int) -> None:
    """End a socket with a code; a browser learns the code only of a socket that was accepted."""
    await socket.accept()
    await socket.close(code)


async def with_mailbox(socket: WebSocket, work: Callable[[Mailbox], Awaitable[None]]) -> None:
    """Take a socket in, if there is room, and send what comes into its mailbox for as long as the work lasts."""
    classroom: Classroom = socket.app.state.classroom
    counts, address = classroom.limits.sockets, client(socket)
    if sum(counts.values()) >= MOST_SOCKETS or counts.get(address, 0) >= MOST_FROM_ONE_ADDRESS:
        await turn_away(socket, _FULL)
        return
    counts[address] = counts.get(address, 0) + 1
    mailbox = Mailbox(socket)
    try:
        await socket.accept()
        sending = asyncio.ensure_future(mailbox.send_all())
        try:
            await work(mailbox)
        finally:
            if mailbox.is_closing:
                await asyncio.wait([sending], timeout=SLOWEST)
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
    finally:
        counts[address] -= 1
        if not counts[address]:
            del counts[address]


async def messages_of(socket: WebSocket, mailbox: Mailbox, too_fast: Callable[[str], None]) -> AsyncIterator[str]:
    """What the browser says, as long as it keeps to size and rate; ends when it goes.

    `too_fast` is told what came beyond the rate.
    """
    rate, patience = Allowance(A_SECOND, 1.0), PATIENCE
    while (message := await socket.receive())["type"] != "websocket.disconnect":
        text = message.get("text")
        if text is None or len(text.encode("utf-8", errors="replace")) > LARGEST_MESSAGE:
            mailbox.close(_TOO_LARGE)
            return
        elif rate.take():
            yield text
        elif patience > 0:
            patience -= 1
            too_fast(text)
        else:
            mailbox.close(_FLOOD)
            return
