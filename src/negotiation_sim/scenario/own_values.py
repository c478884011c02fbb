"""Private value tables: their range, and how many packages there are to choose among."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from negotiation_sim.scenario.built_in import CHOOSING
from negotiation_sim.scenario.model import Scenario

MOST_PACKAGES = 2_000_000
"""Packages that a side may choose among."""


def chooses_among_all(strategy: str, packages: str | None, acceptance: str | None) -> bool:
    """Whether a side with this strategy and these own rules needs all packages in their order."""
    return (packages or strategy) in CHOOSING or acceptance == "beats_own_next"


def number_of_packages(scenario: Scenario) -> int:
    """How many packages there are to choose among, where some side does so; otherwise 0."""
    for role in scenario.roles:
        own = scenario.party(role)
        if chooses_among_all(own.strategy, own.rules.packages, own.rules.acceptance):
            return math.prod(issue.levels for issue in scenario.all_issues.values())
    return 0


def lowest(values: Mapping[str, Sequence[float]], sometimes_worthless: Collection[str] = ()) -> dict[str, float]:
    """The least that each issue can add to a package, in the units of the file."""
    return {issue: min(*row, 0.0) if issue in sometimes_worthless else min(row) for issue, row in values.items()}


def most(values: Mapping[str, Sequence[float]]) -> float:
    """The worth of the best package, conditions apart, in the units of the file."""
    return math.fsum(max(row) for row in values.values())


def most_conditions(scenario: Scenario) -> int:
    """The largest number of conditions of a side."""
    return max(len(party.deal_breakers or ()) + len(party.worthless or ()) for party in scenario.parties.values())
