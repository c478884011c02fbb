"""What happens in a negotiation, as plain values: codes and numbers ready for JSON, and the sentence for people.

Parties, issues and interests go by their names in the scenario file, options by their number from 0; the mediator
is "mediator". Worths, demands and reservation values are utilities in [0, 1]; trust is a share.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, ClassVar

MEDIATOR = "mediator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Something that happened in a round (0: before the first); `text` says it in words."""

    kind: ClassVar[str] = "move"
    round: int
    text: str = ""

    def __str__(self) -> str:
        """The sentence."""
        return self.text

    def as_json(self) -> dict[str, Any]:
        """The move as a JSON object; `kind` says which move it is."""
        return {"kind": self.kind, **asdict(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Move):
    """The talks begin. `needed`: yeses that make a deal; `skill` is 0 where no mediator works."""

    kind: ClassVar[str] = "opened"
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    deadline: int
    needed: int
    quality: float
    style: str
    skill: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated(Move):
    """A side as only the reader sees it: its importances (largest first) and reservation value, true and believed."""

    kind: ClassVar[str] = "seated"
    party: str
    strategy: str
    importance: dict[str, float]
    reservation: float
    believed: float


@dataclass(frozen=True, slots=True)
class Change:
    """One issue on which an offer differs from the speaker's last one; `cost`: what that takes off its worth to it."""

    issue: str
    before: int
    after: int
    cost: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered(Move):
    """A package is proposed. `changes` since the speaker's last offer, the costliest first; None for its first.

    `more_changes` are not listed, told in brief. `worth` is what it is worth to the speaker, None for the mediator.
    """

    kind: ClassVar[str] = "offered"
    speaker: str
    package: dict[str, int]
    changes: tuple[Change, ...] | None
    more_changes: int = 0
    worth: float | None


@dataclass(frozen=True, slots=True)
class Misheard:
    """One issue on which something else was heard than was said; `loss`: what that took off its worth to the hearer."""

    issue: str
    said: int
    heard: int
    loss: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Move):
    """A side hears an offer and answers; `answer` is a word of `concepts.ANSWERS`.

    `misheard` has the costliest first. `heard_worth`: of what was heard, taken literally; `worth`: as understood, noise allowed for; `felt`: less what
    distrust takes off; `demand`: what it had to reach; `written`: of the offer as written;
    `would_accept_written`: whether the side would say yes to that.
    """

    kind: ClassVar[str] = "answered"
    party: str
    speaker: str
    answer: str
    misheard: tuple[Misheard, ...]
    heard_worth: float
    worth: float
    felt: float
    demand: float
    written: float
    would_accept_written: bool

    @property
    def reason(self) -> str:
        """Why so: `answer`, told apart further into "misheard" and "cautious"."""
        if self.answer != "below_line" or not self.would_accept_written:
            return self.answer
        return "cautious" if self.heard_worth >= self.demand else "misheard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(Move):
    """Told in brief in place of plain refusals: who refused, who came nearest to a yes and what it lacked."""

    kind: ClassVar[str] = "refused"
    parties: tuple[str, ...]
    by_all: bool
    nearest: str
    short: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LostDeal(Move):
    """Nobody signs, though enough sides would say yes to the offer as written."""

    kind: ClassVar[str] = "lost_deal"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustMoved(Move):
    """A side's trust in another, or in the mediator, changed.

    `cause`: "offers" (heard to get better or worse), "text" (not as understood), "found_out" (an exaggeration),
    "bias" (the mediator's, in its text) or "pressure" (the mediator's, in caucus).
    """

    kind: ClassVar[str] = "trust_moved"
    party: str
    other: str
    before: float
    after: float
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mediated(Move):
    """What the mediator puts effort into in this round, by name of the action, in [0, 1]."""

    kind: ClassVar[str] = "mediated"
    efforts: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talked(Move):
    """To whom a side spoke of its interests, from whom it held back for lack of trust, whom it never tells."""

    kind: ClassVar[str] = "talked"
    party: str
    told: tuple[str, ...]
    held_back: tuple[str, ...]
    kept_from: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMoved(Move):
    """Reality-testing moved what a side believes to have without a deal; `true` is what it has."""

    kind: ClassVar[str] = "line_moved"
    party: str
    before: float
    after: float
    true: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Left(Move):
    """A side walked away: the best it could hope for by the deadline was below what it believed to have without.

    `prospect` is that best hope, None where nobody was left to make an offer.
    """

    kind: ClassVar[str] = "left"
    party: str
    believed: float
    prospect: float | None
    hopeless_rounds: int


@dataclass(frozen=True, slots=True)
class Result:
    """What one side ends with: `worth` of the deal, or its reservation value without one.

    `answer` to the last offer, `demand` and `believed` reservation value at the end; `heard` is the best that the
    last offers of the others seemed worth to it, `written` what the best of them was worth as written (None: none
    was made); `understanding` of the others' interests: 1 exact, 0 no better than knowing nothing.
    """

    party: str
    answer: str
    worth: float
    reservation: float
    believed: float
    demand: float
    heard: float | None
    written: float | None
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
    """A package better than no deal for every side, the one whose smallest gain is largest; worth to each side."""

    package: dict[str, int]
    worth: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended(Move):
    """The talks are over; `ending` is a word of `concepts.ENDINGS`.

    `left`: who walked away; `lost_deals`: rounds with a `LostDeal`. With a deal: `speaker` made the offer and
    `package` is what was signed. Without: `gap`, and `missed`, None where no package was better than no deal for
    every side; `searched_all` is False where there were too many packages to look at each.
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
    missed: MissedDeal | None
    searched_all: bool
