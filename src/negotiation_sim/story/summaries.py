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
    """In place of the rounds `first` to `round` in which every offer was refused without much news.

    `nearest` came nearest to a yes, in round `nearest_round`, `short` below its demand.
    """

    kind: ClassVar[str] = "stretch"
    first: int
    nearest: str
    nearest_round: int
    short: float
    moved: tuple[Moved, ...]
