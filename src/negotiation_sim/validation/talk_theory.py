"""Talk between two whose interests differ: what is lost in direct talk, through a mediator, under a firm promise."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from negotiation_sim.concepts import Floats

NO_TALK = 1.0 / 12.0
"""Loss of the listener who knows nothing and takes the middle."""
MOST = 0.5
"""From this conflict on nothing helps."""


def cuts(conflict: float) -> list[float]:
    """Where the intervals of the best equilibrium of direct talk begin and end."""
    count = max(1, math.ceil(-0.5 + 0.5 * math.sqrt(1.0 + 2.0 / conflict) - 1e-9))
    return [i / count + 2.0 * conflict * i * (i - count) for i in range(count + 1)]


def direct_loss(conflict: float) -> float:
    """What the listener loses on average in the best equilibrium of direct talk."""
    count = len(cuts(conflict)) - 1
    return 1.0 / (12.0 * count**2) + conflict**2 * (count**2 - 1.0) / 3.0


def mediated_loss(conflict: float) -> float:
    """What the listener loses on average with the best mediator, for conflicts up to 1/2."""
    return conflict * (1.0 - conflict) / 3.0


def promised_loss(conflict: float) -> float:
    """What the listener loses on average that is bound to give in up to a bound: the act min(state + b, 1 - b)."""
    return conflict**2 * (1.0 - 4.0 * conflict / 3.0)


class Mediator(NamedTuple):
    """Hears "low" or "high"; recommends `low` after the first, and after the second `high` or, by chance, `low`.

    The speaker says "high" above `cutoff`; `noise` is the chance that the mediator hides it.
    """

    cutoff: float
    low: float
    high: float
    noise: float

    def chances(self, states: Floats) -> Floats:
        """The chance of the high recommendation in each state, when the speaker keeps to the cutoff."""
        return np.where(states > self.cutoff, 1.0 - self.noise, 0.0)


def mediator_for(conflict: float) -> Mediator:
    """The mediator for conflicts from 1/8 to 1/2; the noise makes both recommendations worth obeying."""
    noise = (8.0 * conflict - 1.0) / (8.0 * (1.0 + conflict))
    return Mediator((1.0 - 2.0 * conflict) / 3.0, conflict, (2.0 - conflict) / 3.0, noise)


def equilibrium_with(conflict: float, noise: float) -> Mediator:
    """What becomes of talk when "high" gets lost that often: cutoff and answers that fit each other."""
    from scipy.optimize import brentq

    def answers(cutoff: float) -> tuple[float, float]:
        hidden = noise * (1.0 - cutoff)
        high = (1.0 + cutoff) / 2.0
        return (cutoff * cutoff / 2.0 + hidden * high) / (cutoff + hidden), high

    def too_high(cutoff: float) -> float:
        return sum(answers(cutoff)) / 2.0 - cutoff - conflict

    cutoff = float(brentq(too_high, 1e-12, 1.0)) if too_high(1e-12) > 0.0 else 1e-12
    return Mediator(cutoff, *answers(cutoff), noise)


def loss_of(mediator: Mediator) -> float:
    """What a listener loses on average that takes the mean state after each recommendation."""
    high = (1.0 - mediator.noise) * (1.0 - mediator.cutoff)
    return 1.0 / 3.0 - high * mediator.high**2 - (1.0 - high) * mediator.low**2
