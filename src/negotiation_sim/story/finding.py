"""What changes the packages themselves: an option somebody thought of, and payments that top a deal up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from negotiation_sim.story.moves import Move


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Move):
    """Somebody thought of an option that nobody had thought of; `adds`: what it would add to a deal for each side."""

    kind: ClassVar[str] = "found"
    option: str
    finder: str
    adds: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid(Move):
    """A guarantor adds what others lack to sign: `payments` to each, at a `price` in all to the payer."""

    kind: ClassVar[str] = "paid"
    payer: str
    payments: dict[str, float]
    price: float
