"""Shows everybody who looks on what has changed: to each the whole view of the own seat, in the own language."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from negotiation_sim.classroom.server.overview import grid, screen

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.classroom import Classroom
    from negotiation_sim.classroom.server.session import Session
    from negotiation_sim.classroom.server.table import Table


async def tell_table(table: Table) -> None:
    """Show a table to all who look at it; the caller holds its lock."""
    wanted = {(viewer.role, viewer.lang) for viewer in table.viewers.values()}
    texts = await asyncio.to_thread(table.view_texts, wanted, table.online())
    for mailbox, viewer in table.viewers.items():
        text = texts.get((viewer.role, viewer.lang))
        if text is not None:  # who came meanwhile is shown the table by itself
            mailbox.show(text)


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
