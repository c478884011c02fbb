"""Why a table found no deal, as far as the cards and the log tell."""

from __future__ import annotations

from typing import Any

from negotiation_sim.classroom.table import PlayedTable
from negotiation_sim.classroom.table.record import last_of
from negotiation_sim.story.moves import LostDeal

DEALS = frozenset({"agreement", "award", "partial"})


def cause_of(played: PlayedTable, space: dict[str, Any]) -> str | None:
    """The first that holds; None where talks go on or a deal was found.

    no_zone: no package is as good as no deal for every side. unfound: one is, but only with an option that must first
    be invented. lost: an offer that enough would have accepted as written was misheard. optimism: no package gives
    every side what it believes to have without a deal. missed: one does, and it was not found.
    """
    ended = last_of(played.record.entries, "ended")
    if not played.ended or (ended is not None and not played.is_closed and ended["ending"] in DEALS):
        return None
    if not space["has_zone"]:
        return "no_zone"
    if space["better"] is None:
        return "unfound"
    if any(isinstance(move, LostDeal) for move in played.history):
        return "lost"
    return "missed" if space["believed_zone"] else "optimism"
