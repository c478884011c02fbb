"""Shows everybody who looks on what has changed: to each the view of the own seat, in the own language."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from negotiation_sim.classroom.server.overview import grid, screen

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.classroom import Classroom
    from negotiation_sim.classroom.server.picture import Picture
    from negotiation_sim.classroom.server.session import Session
    from negotiation_sim.classroom.server.table import Sight, Table


async def tell_table(table: Table) -> None:
    """Show a table to all who look at it; the caller holds its lock."""
    await do_and_tell(table, lambda: None)


async def do_and_tell(table: Table, deed: Callable[[], None]) -> None:
    """Do something to a table and show all what came of it; the caller holds its lock. Raises what the deed raises."""
    wanted, online = {viewer.sight for viewer in table.viewers.values()}, table.online()

    def work() -> dict[Sight, Picture]:
        deed()
        return table.pictures(wanted, online)

    pictures = await asyncio.to_thread(work)
    for mailbox, viewer in table.viewers.items():
        if viewer.sight in pictures:  # who came meanwhile is shown the table by itself
            mailbox.show(pictures[viewer.sight])


async def tell_session(classroom: Classroom, session: Session) -> None:
    """Show the trainers the grid and the projectors the screen."""
    grids = dict.fromkeys(session.trainers.values(), "")
    screens = dict.fromkeys(session.screens.values(), "")
    for lang in grids:
        shown = await asyncio.to_thread(grid, classroom, session, lang)
        grids[lang] = json.dumps({"grid": shown}, ensure_ascii=False)
    for lang in screens:
        seen = await asyncio.to_thread(screen, classroom, session, lang)
        screens[lang] = json.dumps({"screen": seen}, ensure_ascii=False)
    for mailbox, lang in session.trainers.items():
        if grids.get(lang):
            mailbox.show(grids[lang])
    for mailbox, lang in session.screens.items():
        if screens.get(lang):
            mailbox.show(screens[lang])
