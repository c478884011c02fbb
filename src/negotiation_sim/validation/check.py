"""What a check is, and what it hands over: rows of what was expected and what was measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypeVar

from negotiation_sim.analysis.intervals import Interval

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language

Evidence = TypeVar("Evidence")

CONFIDENCE = 0.9973
"""Of every interval: three standard errors to either side of a normal number."""

EXACT = 1e-9
"""How far numbers may lie apart that should be the same but for rounding."""


class Row(NamedTuple):
    """One number of a check.

    `relation` says how the measured number should stand to the expected one, `tolerance` how far the expected number
    may lie outside the interval (or, without an interval, from the measured number). What should lie `within` a band
    has `expected` as its lower end and `expected_high` as its upper one.
    """

    what: str
    relation: Literal["equal", "at_least", "at_most", "within"]
    expected: float
    measured: Interval
    tolerance: float
    digits: int
    expected_high: float | None = None

    @property
    def holds(self) -> bool:
        """The verdict."""
        low = self.measured.value if self.measured.low is None else self.measured.low
        high = self.measured.value if self.measured.high is None else self.measured.high
        enough = low >= self.expected - self.tolerance
        not_too_much = high <= self.expected + self.tolerance
        if self.relation == "equal":
            return low - self.tolerance <= self.expected <= high + self.tolerance
        if self.expected_high is not None:
            return low <= self.expected_high + self.tolerance and high >= self.expected - self.tolerance
        return enough if self.relation == "at_least" else not_too_much


def same(what: str, expected: float, measured: float, tolerance: float = EXACT, digits: int = 4) -> Row:
    """A number that should come out as expected, but for the tolerance."""
    return Row(what, "equal", float(expected), Interval(float(measured), None, None), tolerance, digits)


def count(what: str, expected: int, measured: int) -> Row:
    """A whole number that must come out as expected."""
    return Row(what, "equal", float(expected), Interval(float(measured), None, None), 0.0, 0)


def by_chance(what: str, expected: float, measured: Interval, digits: int = 4) -> Row:
    """An estimate from random draws, whose interval should hold the expected number."""
    return Row(what, "equal", float(expected), measured, 0.0, digits)


def at_least(what: str, bound: float, measured: Interval, digits: int = 4) -> Row:
    """A number that should not lie below the bound, with its whole interval."""
    return Row(what, "at_least", float(bound), measured, 0.0, digits)


def at_most(what: str, bound: float, measured: Interval, digits: int = 4) -> Row:
    """A number that should not lie above the bound, with its whole interval."""
    return Row(what, "at_most", float(bound), measured, 0.0, digits)


def within(what: str, low: float, high: float, measured: Interval, digits: int = 4) -> Row:
    """A number that should lie in a band, as far as its interval can tell: it fails where no part of that does."""
    return Row(what, "within", float(low), measured, 0.0, digits, float(high))


@dataclass(frozen=True)
class Check(Generic[Evidence]):
    """One check. All words are English here and are translated where they are shown.

    `claim` says what should come out and `source` where that is known from; `exercised` says which part of the
    program is at work and which is not. `measure()` does the work, `rows` and `draw` put its numbers into words and
    into a picture. Against `theory` a row that does not hold is a fault of the program; against `people` it says where
    the model stands beside what was observed, and `remark` why.
    """

    name: str
    title: str
    claim: str
    source: str
    exercised: str
    measure: Callable[[], Evidence]
    rows: Callable[[Evidence, Language], list[Row]]
    draw: Callable[[Evidence, Language], Figure]
    against: Literal["theory", "people"] = "theory"
    remark: str = ""


AnyCheck = Check[Any]
