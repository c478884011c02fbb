"""The last move of a story: how the talks ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from negotiation_sim.story.moves import Move


@dataclass(frozen=True, slots=True)
class Result:
    """What one side ends with: `worth` of the deal, or its reservation value without one.

    `answer` to the last offer, `demand` and `believed` reservation value at the end; `understanding` of the
    others' interests: 1 exact, 0 no better than knowing nothing.
    """

    party: str
    answer: str
    worth: float
    reservation: float
    believed: float
    demand: float
    understanding: float


@dataclass(frozen=True, slots=True)
class Gap:
    """The issue on which the last offers of two sides lie furthest apart, and what each asked."""

    issue: str
    party: str
    option: int
    other: str
    other_option: int


@dataclass(frozen=True, slots=True)
class MissedDeal:
    """A package as good as no deal or better for every side: the one whose smallest gain is largest."""

    package: dict[str, int]
    worth: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended(Move):
    """The talks are over; `ending` is a word of `concepts.ENDINGS`.

    `left`: who walked away; `lost_deals`: rounds with a `LostDeal`. With a deal: `speaker` made the offer and
    `package` is what was signed. Without: `gap`; `shortfall`, what the best package leaves somebody short of
    the last demands (0 or less: they could be met together); `missed`, None where there was no such package.
    `searched_all` is False where there were too many packages to look at each.
    """

    kind: ClassVar[str] = "ended"
    ending: str
    rounds: int
    speaker: str | None
    package: dict[str, int] | None
    results: tuple[Result, ...]
    left: tuple[str, ...]
    lost_deals: int
    gap: Gap | None
    shortfall: float | None
    missed: MissedDeal | None
    searched_all: bool
