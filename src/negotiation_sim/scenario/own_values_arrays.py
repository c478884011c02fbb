"""Private value tables in arrays: from the numbers of the file to utilities."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from negotiation_sim.engine.table import Case
from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.own_values import lowest, most
from negotiation_sim.scenario.party import Party


def fill_own_values(scenario: Scenario, case: Case) -> None:
    """Fill the private value tables of a case, rescaled, and the conditions that go with them.

    The worst package is worth 0 and the best 1; where some packages are worth nothing, 0 is at most the 0 of the file.
    """
    case.own_unit[:] = 1.0
    for p, role in enumerate(scenario.roles):
        party = scenario.parties[role]
        if party.values is not None:
            least = lowest(party.values, {entry.issue for entry in party.worthless or ()})
            worst, best = math.fsum(least.values()), most(party.values)
            zero = min(worst, 0.0) if party.deal_breakers else worst
            case.has_own_values[p] = 1
            case.own_unit[p] = 1.0 / (best - zero)
            case.own_zero[p] = zero
            # Every issue counts from its own least; the first carries what the worst package has above zero.
            bases = [least[issue] - (worst - zero if j == 0 else 0.0) for j, issue in enumerate(scenario.issues)]
            for j, issue in enumerate(scenario.issues):
                row = np.asarray(party.values[issue], dtype=np.float64)
                case.own_values[p, j, : len(row)] = (row - bases[j]) / (best - zero)
                case.own_nothing[p, j] = -bases[j] / (best - zero)
        for c, (issue_number, condition) in enumerate(_conditions(scenario, party)):
            case.condition_issue[p, c] = issue_number
            case.conditions[p, c] = 1
            for j, issue in enumerate(scenario.issues):
                if issue in condition:
                    case.conditions[p, c, j] = 0
                    case.conditions[p, c, j, np.asarray(condition[issue]) - 1] = 1


def _conditions(scenario: Scenario, party: Party) -> Iterator[tuple[int, dict[str, list[int]]]]:
    """The number of the issue that counts nothing, -1 for the whole package, and in which packages."""
    issues = list(scenario.issues)
    yield from ((issues.index(entry.issue), entry.when) for entry in party.worthless or ())
    yield from ((-1, condition) for condition in party.deal_breakers or ())
