"""Private value tables: their range, and how many packages there are to choose among."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

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


def span_of(values: Mapping[str, Sequence[float]], has_deal_breakers: bool) -> tuple[float, float]:
    """The worth of the worst and of the best package in the units of the file.

    With deal-breakers the worst is 0, or less where there is worse.
    """
    worst = math.fsum(min(row) for row in values.values())
    best = math.fsum(max(row) for row in values.values())
    return (min(worst, 0.0) if has_deal_breakers else worst), best


def most_deal_breakers(scenario: Scenario) -> int:
    """The largest number of deal-breakers of a side."""
    return max(len(party.deal_breakers or ()) for party in scenario.parties.values())
