"""Private value tables in arrays: from the numbers of the file to utilities."""

from __future__ import annotations

import math

import numpy as np

from negotiation_sim.concepts import Floats
from negotiation_sim.engine.table import Case
from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.own_values import span_of


def fill_own_values(scenario: Scenario, case: Case) -> None:
    """Fill the private value tables of a case, and what meets deal-breakers."""
    case.own_unit[:] = 1.0
    for p, role in enumerate(scenario.roles):
        party = scenario.parties[role]
        if party.values is not None:
            zero, best = span_of(party.values, bool(party.deal_breakers))
            case.has_own_values[p] = 1
            case.own_unit[p] = 1.0 / (best - zero)
            case.own_zero[p] = zero
            _fill_table(scenario, party.values, zero, best, case.own_values[p])
        for c, condition in enumerate(party.deal_breakers or ()):
            case.breakers[p, c] = 1
            for j, issue in enumerate(scenario.issues):
                if issue in condition:
                    case.breakers[p, c, j] = 0
                    case.breakers[p, c, j, np.asarray(condition[issue]) - 1] = 1


def _fill_table(scenario: Scenario, values: dict[str, list[float]], zero: float, best: float, table: Floats) -> None:
    """Utilities by option: every issue from its own worst, the first carries what the worst package has above zero."""
    above = math.fsum(min(row) for row in values.values()) - zero
    for j, issue in enumerate(scenario.issues):
        row = np.asarray(values[issue], dtype=np.float64)
        table[j, : len(row)] = (row - row.min() + (above if j == 0 else 0.0)) / (best - zero)
