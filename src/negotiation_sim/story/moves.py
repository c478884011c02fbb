"""What happens in a negotiation as plain values: codes and numbers ready for JSON, and the sentence.

Parties, issues and interests go by their names in the scenario file, options by their number from 0; the
mediator is "mediator". Worths, demands and reservation values are utilities in [0, 1]; trust is a share.
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
    """The talks begin. `needed`: yeses that make a deal; `skill` is 0 where no mediator works.

    On a ladder `stages` names its stages, each of which has its own table and quota.
    """

    kind: ClassVar[str] = "opened"
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    deadline: int
    needed: int
    quality: float
    style: str
    skill: float
    stages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated(Move):
    """A side as only the reader sees it: importances, largest first; reservation value, true and believed."""

    kind: ClassVar[str] = "seated"
    party: str
    strategy: str
    importance: dict[str, float]
    reservation: float
    believed: float


@dataclass(frozen=True, slots=True)
class Change:
    """An issue on which an offer differs from the speaker's last; `cost`: worth that it gives up by that."""

    issue: str
    before: int
    after: int
    cost: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered(Move):
    """A package is proposed. `worth`: to the speaker, None for the mediator.

    `changes` since the speaker's last offer, the costliest first; None for its first. `more_changes`: how
    many are left out, told in brief.
    """

    kind: ClassVar[str] = "offered"
    speaker: str
    package: dict[str, int]
    changes: tuple[Change, ...] | None
    more_changes: int = 0
    worth: float | None


@dataclass(frozen=True, slots=True)
class Misheard:
    """An issue on which something else was heard than said; `loss`: what its worth lost by that."""

    issue: str
    said: int
    heard: int
    loss: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Move):
    """A side hears an offer and answers; `answer` is a word of `concepts.ANSWERS`.

    `misheard`: the most consequential first; `more_misheard`: how many are left out, told in brief.
    `heard_worth`: of what was heard, taken literally; `worth`: as understood, noise allowed for; `felt`: less
    what distrust takes off; `demand`: what it had to reach; `written`: worth of the offer as written;
    `would_accept_written`: whether the side would say yes to that.
    """

    kind: ClassVar[str] = "answered"
    party: str
    speaker: str
    answer: str
    misheard: tuple[Misheard, ...]
    more_misheard: int = 0
    heard_worth: float
    worth: float
    felt: float
    demand: float
    written: float
    would_accept_written: bool

    @property
    def reason(self) -> str:
        """`answer`, but "misheard" or "cautious" where the offer as written would have got a yes.

        Cautious: what was heard sounded good enough, but counted for less since talk is unclear.
        """
        if self.answer != "below_line" or not self.would_accept_written:
            return self.answer
        return "cautious" if self.heard_worth >= self.demand else "misheard"


@dataclass(frozen=True, slots=True)
class Lost:
    """A side that would say yes to an offer as written, but says no; `reason` as in `Answered.reason`."""

    party: str
    reason: str
    worth: float
    written: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LostDeal(Move):
    """No deal, though enough sides would say yes to the offer as written; `because` of the noes of some."""

    kind: ClassVar[str] = "lost_deal"
    because: tuple[Lost, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustMoved(Move):
    """A side's trust in another, or in the mediator, changed.

    `cause`: "offers" (heard to get better or worse), "text" (not as understood), "found_out" (an
    exaggeration), "bias" (the mediator's, in its text), "pressure" (the mediator's, in caucus), "vote" (the
    other's members turned a deal down) or "evasion" (the other did not come to a stage).
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
    """To whom a side spoke of interests, from whom it held back for lack of trust, whom it never tells."""

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
    """A side walked away: the best it hoped for by the deadline was below what it believed to have anyway.

    `prospect` is that best hope, None where nobody was left to make an offer; on a ladder it reaches to the end of
    the `stage`.
    """

    kind: ClassVar[str] = "left"
    party: str
    believed: float
    prospect: float | None
    hopeless_rounds: int
    stage: str | None = None
