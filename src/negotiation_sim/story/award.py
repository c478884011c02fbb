"""A decision made for the sides at the end of a stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from negotiation_sim.story.moves import Move


@dataclass(frozen=True, slots=True, kw_only=True)
class Awarded(Move):
    """An arbitrator decides; `award` is a word of `concepts.AWARDS`.

    `chosen`: whose last offer it is, None for a package of the arbitrator's own. `worth` to every side.
    `refused_by`: who does not carry it out; nobody: the dispute is over.
    """

    kind: ClassVar[str] = "awarded"
    stage: str
    award: str
    chosen: str | None
    package: dict[str, int]
    worth: dict[str, float]
    enforcement: float
    refused_by: tuple[str, ...]
