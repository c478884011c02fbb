"""Moves told in brief in place of several others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from negotiation_sim.story.moves import Change, Move


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(Move):
    """In place of refusals: who refused, who came nearest to a yes and what it lacked."""

    kind: ClassVar[str] = "refused"
    parties: tuple[str, ...]
    by_all: bool
    nearest: str
    short: float


@dataclass(frozen=True, slots=True)
class Moved:
    """How a speaker's offers changed over several rounds, costliest first; `more_changes`: how many more."""

    speaker: str
    changes: tuple[Change, ...]
    more_changes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch(Move):
    """In place of the rounds `first` to `round` that brought no deal and not much news.

    Of those that were plainly refused, `nearest` came nearest to a yes, in round `nearest_round`, `short` below its
    demand; None where all were lost. `lost_deals`: rounds in which the offer as written would have been signed.
    """

    kind: ClassVar[str] = "stretch"
    first: int
    nearest: str | None
    nearest_round: int | None
    short: float | None
    lost_deals: int
    moved: tuple[Moved, ...]
