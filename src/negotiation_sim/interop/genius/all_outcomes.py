"""The utilities of all outcomes at once."""

from __future__ import annotations

import numpy as np

from negotiation_sim.concepts import Floats
from negotiation_sim.interop.genius.model import Condition, GeniusProfile


def utilities(profile: GeniusProfile) -> Floats:
    """What every outcome is worth without discount, an axis for each issue."""
    shape = [len(row) for row in profile.worths]
    total = np.zeros(shape)
    for issue, row in enumerate(profile.worths):
        added = np.broadcast_to(_along(np.asarray(row), issue, len(shape)), shape)
        lost = _met([each.condition for each in profile.lost if each.issue == issue], shape)
        total += np.where(lost, 0.0, added)
    total[_met(profile.deal_breakers, shape)] = 0.0
    return np.minimum(total, 1.0)


def _met(conditions: list[Condition] | tuple[Condition, ...], shape: list[int]) -> np.ndarray:
    """Where any of the conditions is met."""
    found = np.zeros(shape, dtype=bool)
    for condition in conditions:
        options = (sorted(condition.get(issue, range(count))) for issue, count in enumerate(shape))
        found[np.ix_(*options)] = True
    return found


def _along(row: Floats, issue: int, issues: int) -> Floats:
    return row.reshape([-1 if axis == issue else 1 for axis in range(issues)])
