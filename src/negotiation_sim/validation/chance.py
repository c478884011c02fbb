"""Many even random numbers from the program's own draws, by which the engine deals reservation values."""

from __future__ import annotations

import numpy as np

from negotiation_sim.concepts import Floats
from negotiation_sim.draws import RESERVATION, Moment, uniform
from negotiation_sim.rule import compiled

SEED = 1


@compiled
def _fill(numbers: Floats, seed: int, who: int) -> None:
    for run in range(len(numbers)):
        numbers[run] = uniform(Moment(seed, run, 0), who, RESERVATION, 0)


def even_numbers(count: int, who: int) -> Floats:
    """One number in [0, 1) for each of so many runs."""
    numbers = np.empty(count)
    _fill(numbers, SEED, who)
    return numbers
