"""One thing that a design varies: the path of a scenario's field, and what it may be."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any


def is_number(value: object) -> bool:
    """Whether a value can be a place on an axis; true and false are words."""
    return isinstance(value, int | float) and not isinstance(value, bool)


@dataclass(frozen=True)
class Factor:
    """A path with its values, or, where a sample draws from a range, with the two ends of that."""

    path: str
    values: tuple[object, ...] | None
    low: float | None = None
    high: float | None = None
    is_whole: bool = False

    @property
    def choices(self) -> int | None:
        """How many different values there are; None in a range of numbers."""
        if self.values is not None:
            return len(self.values)
        assert self.low is not None
        assert self.high is not None
        return int(self.high) - int(self.low) + 1 if self.is_whole else None

    def at(self, share: float) -> object:
        """The value at a share of the way from the first or lowest (0) to the last or highest (1).

        Where there are choices each has an equal part of the way.
        """
        choices = self.choices
        number = min(math.floor(share * choices), choices - 1) if choices else 0
        if self.values is not None:
            return self.values[number]
        assert self.low is not None
        assert self.high is not None
        return int(self.low) + number if self.is_whole else round(self.low + share * (self.high - self.low), 10)

    def canonical(self) -> dict[str, Any]:
        """The factor ready for JSON."""
        values = None if self.values is None else list(self.values)
        return {"path": self.path, "values": values, "low": self.low, "high": self.high, "is_whole": self.is_whole}

    @classmethod
    def from_canonical(cls, document: dict[str, Any]) -> Factor:
        """The factor that `canonical` wrote."""
        values = document["values"]
        return cls(**{**document, "values": None if values is None else tuple(values)})
