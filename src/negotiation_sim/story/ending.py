"""How talks ended; of a series, each of its talks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from negotiation_sim.story.moves import Move
from negotiation_sim.story.series import Term


@dataclass(frozen=True, slots=True)
class Result:
    """What one side ends with: `worth` of the deal, the award or the signed part, or its reservation value.

    `worth` has `stoppage_cost` taken off and `payment` added (negative for who paid). `reservation`: what no deal is
    worth at the end, before that cost. `answer` to the last offer, `demand` and `believed` reservation value at the
    end; `understanding` of the others' interests: 1 exact, 0 no better than knowing nothing.
    """

    party: str
    answer: str
    worth: float
    reservation: float
    believed: float
    demand: float
    understanding: float
    stoppage_cost: float
    payment: float


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
    """The talks are over; `ending` is a word of `concepts.ENDINGS`. `rounds` is 0 where they never began.

    `stage` of the ladder in which they ended, and working `days` until then; None and rounds without a ladder.
    `seats`: who sat at the table at last; `left`: who walked away from it; `lost_deals`: rounds with a `LostDeal`.
    `package`: what was signed or awarded, in a partial agreement the signed issues only; None without. `speaker`:
    whose offer an agreement is. `open_issues`: those of a protocol of disagreements. Without a full agreement or an
    award: `gap`; `shortfall`, what the best package leaves somebody short of the last demands (0 or less: they could
    be met together); `missed`, None where there was no such package; `unfound`: options nobody thought of.
    `searched_all` is False where there were too many packages to look at each. `term`: what became of what was signed.
    """

    kind: ClassVar[str] = "ended"
    ending: str
    rounds: int
    stage: str | None
    days: int
    seats: tuple[str, ...]
    speaker: str | None
    package: dict[str, int] | None
    open_issues: tuple[str, ...]
    results: tuple[Result, ...]
    left: tuple[str, ...]
    lost_deals: int
    gap: Gap | None
    shortfall: float | None
    missed: MissedDeal | None
    unfound: tuple[str, ...]
    searched_all: bool
    term: Term | None
