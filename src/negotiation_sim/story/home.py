"""What stands behind a side at home: the organisations of a delegation, the members who vote, and their votes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from negotiation_sim.story.moves import Move


@dataclass(frozen=True, slots=True, kw_only=True)
class Home(Move):
    """Whom a side has behind it.

    `organisations`: weight of each, the spokesperson's first; empty where the side is one. `reach`: share of what
    each wants that the spokesperson hears. `members` who vote on what is signed, 0 for none; `expected`: what they
    want of a deal at first, `believed`: what their leaders believe to have without one.
    """

    kind: ClassVar[str] = "home"
    party: str
    organisations: dict[str, float]
    reach: dict[str, float]
    members: int
    expected: float
    believed: float


@dataclass(frozen=True, slots=True)
class Against:
    """The organisation whose members stood most against a deal: `in_favour` of its `members` voted for it."""

    organisation: str
    in_favour: int
    members: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voted(Move):
    """The members of a side vote on a deal that its leaders would sign.

    `asked`: what they ask of a deal now, in the mean; `worth`: what it gives by the leaders' reckoning. `before` and
    `after`: the leaders' own line, which a failed vote raises.
    """

    kind: ClassVar[str] = "voted"
    party: str
    in_favour: int
    members: int
    passed: bool
    asked: float
    worth: float
    against: Against | None
    before: float
    after: float
