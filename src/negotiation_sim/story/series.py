"""After signing: the term of an agreement, and the next talks of a series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from negotiation_sim.story.moves import Move


@dataclass(frozen=True, slots=True)
class Term:
    """The life of what was signed: how often a side kept it and broke it when it was looked at.

    `trust`: how far the others trust each side afterwards, in the mean; `trust_before` the same at the signing.
    """

    months: int
    monitored: bool
    kept: int
    broken: int
    trust_before: dict[str, float]
    trust: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextTalks(Move):
    """The same sides meet again: talks `number` of `total`.

    `trust`: how far the others trust each side at first; `reservation`: what no deal is worth to each now.
    """

    kind: ClassVar[str] = "next_talks"
    number: int
    total: int
    trust: dict[str, float]
    reservation: dict[str, float]
