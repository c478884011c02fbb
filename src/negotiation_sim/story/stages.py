"""The ladder of a dispute as it is climbed: stages that begin, are passed over, are evaded, or end without a deal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from negotiation_sim.story.moves import Move


@dataclass(frozen=True, slots=True, kw_only=True)
class StageBegan(Move):
    """A stage begins on day `day` of the dispute; `number` is its place in the file, from 1.

    `limit` and `preparation` as in the file, `rounds` of talks at most; `needed`: yeses of the `seats` that make a
    deal; `works`: whether a mediator works here, None where the scenario has none; `authority` of who may not give
    way freely. `stoppage` with its `intensity`, `caller` and the share `backing` of members for it (None without a
    vote); `award` and its `enforcement`.
    """

    kind: ClassVar[str] = "stage"
    stage: str
    number: int
    day: int
    source: str
    limit: str
    preparation: str
    rounds: int
    seats: tuple[str, ...]
    needed: int
    works: bool | None
    clarity: float
    authority: dict[str, float]
    stoppage: str
    intensity: float
    caller: str | None
    backing: float | None
    award: str
    enforcement: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StagePassed(Move):
    """A stage is passed over: it is ruled out, or `caller`'s members did not want a stoppage (then `backing`)."""

    kind: ClassVar[str] = "stage_passed"
    stage: str
    number: int
    caller: str | None
    backing: float | None
    majority: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaded(Move):
    """A side did not come to a stage, whose time then passed unused."""

    kind: ClassVar[str] = "evaded"
    stage: str
    party: str
    limit: str
    reluctance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StageEnded(Move):
    """A stage is over without a deal.

    `reason`: "time", "walk_away" or "exhausted" (of `parties`), or "court" (which stopped an unlawful stoppage).
    """

    kind: ClassVar[str] = "stage_ended"
    stage: str
    reason: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack(Move):
    """From now on a side's negotiators may not give way further in this stage; their demand stays where it is."""

    kind: ClassVar[str] = "held_back"
    party: str
    authority: float
    demand: float
