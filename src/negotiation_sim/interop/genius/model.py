"""A domain and a preference profile of Genius, as they were meant: what every outcome is worth."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

Condition = Mapping[int, frozenset[int]]
"""Options by issue, both by position; an outcome meets it if it has one of the options on each of the issues."""


@dataclass(frozen=True, slots=True)
class GeniusIssue:
    """An issue and its options in the order of the file; `lowest` is the least value of an integer issue."""

    index: int
    name: str
    options: tuple[str, ...]
    lowest: int | None = None


@dataclass(frozen=True, slots=True)
class GeniusDomain:
    """What can be agreed: every outcome has one option of each issue."""

    name: str
    issues: tuple[GeniusIssue, ...]

    @property
    def outcomes(self) -> int:
        """How many outcomes there are."""
        return math.prod(len(issue.options) for issue in self.issues)


class Lost(NamedTuple):
    """An issue, by position, that adds nothing in the outcomes that meet a condition."""

    issue: int
    condition: Condition


@dataclass(frozen=True, slots=True)
class GeniusProfile:
    """The preferences of one party, with everything already on Genius' scale.

    `worths[issue][option]` is what an option adds; an outcome that meets one of `deal_breakers` is worth 0 as a whole;
    `weight_sum` is what the weights of the file added up to before they were divided by it (1 where there are none);
    `remarks` tell what Genius does with the file that its author may not have meant.
    """

    worths: tuple[tuple[float, ...], ...]
    reservation: float = 0.0
    discount: float = 1.0
    deal_breakers: tuple[Condition, ...] = ()
    lost: tuple[Lost, ...] = ()
    weight_sum: float = 1.0
    remarks: tuple[str, ...] = ()

    def utility(self, outcome: Sequence[int], time: float = 0.0) -> float:
        """What Genius says an outcome (options by position) is worth, at a time from 0 to 1.

        AdditiveUtilitySpace and ConstraintUtilitySpace.getUtility, AbstractUtilitySpace.getUtilityWithDiscount.
        """
        if any(meets(outcome, condition) for condition in self.deal_breakers):
            return 0.0
        lost = {each.issue for each in self.lost if meets(outcome, each.condition)}
        total = sum(
            row[option] for j, (row, option) in enumerate(zip(self.worths, outcome, strict=True)) if j not in lost
        )
        return min(1.0, total) * math.pow(self.discount, min(1.0, max(0.0, time)))


def meets(outcome: Sequence[int], condition: Condition) -> bool:
    """Whether an outcome has one of the options of a condition on each of its issues."""
    return all(outcome[issue] in options for issue, options in condition.items())
