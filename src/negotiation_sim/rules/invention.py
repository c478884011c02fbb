"""Options that nobody has thought of yet: when somebody does, and whether it is taken up.

Understanding what others care about lets people invent options for mutual gain (Fisher and Ury 1981); the form is
ours.
"""

from __future__ import annotations

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.rule import rule


@rule
def share_understood(doubt: Floats, start: float, present: Ints, seat: int) -> float:
    """How much of the doubt about the others' interests is gone, in [0, 1]; `start`: the variance at the start."""
    gone = 0.0
    count = 0
    for q in range(len(present)):
        if q != seat and present[q] == 1:
            for g in range(doubt.shape[1]):
                gone += 1.0 - doubt[q, g] / start
                count += 1
    return gone / count if count > 0 else 0.0


@rule
def hoped_gain(importance: Floats, effects: Floats) -> float:
    """What a clause gives to a side with these importances, not rescaled: how well it serves its interests."""
    gain = 0.0
    for g in range(len(importance)):
        gain += importance[g] * effects[g]
    return gain
