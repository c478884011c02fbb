"""A day on which work is stopped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from negotiation_sim.story.moves import Move


@dataclass(frozen=True, slots=True)
class Toll:
    """What the stoppage has done to a side so far.

    `cost` so far; `reservation`: what no deal is still worth, `believed`: what the side takes it for; `fund_used`
    of the `fund` of days of full stoppage that it can bear.
    """

    party: str
    cost: float
    reservation: float
    believed: float
    fund_used: float
    fund: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoppageDay(Move):
    """Work is stopped for the `days`-th day of the dispute."""

    kind: ClassVar[str] = "stoppage_day"
    days: int
    tolls: tuple[Toll, ...]
