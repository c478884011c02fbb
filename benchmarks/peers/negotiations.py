"""The negotiations that all programs play: linear additive values, a reservation value, a concession curve a side."""

from __future__ import annotations

import itertools
import math
import random
from typing import Any, NamedTuple

import numpy as np

EXPONENTS = {"boulware": 4.0, "linear": 1.0, "conceder": 0.25}
CURVES = {
    "boulware": ("boulware",),
    "linear": ("linear",),
    "conceder": ("conceder",),
    "mixed": ("boulware", "linear", "conceder"),
}


class Side(NamedTuple):
    """One side. `worths[issue][option]` add up to the utility; without a reserve every package is acceptable."""

    worths: tuple[tuple[float, ...], ...]
    reserved: float
    curve: str


class Negotiation(NamedTuple):
    """Sides in the order in which they speak, and the number of rounds."""

    sides: tuple[Side, ...]
    steps: int

    @property
    def options(self) -> tuple[int, ...]:
        """The number of options by issue."""
        return tuple(len(row) for row in self.sides[0].worths)

    def packages(self) -> list[tuple[int, ...]]:
        """All packages; the last issue counts fastest."""
        return list(itertools.product(*map(range, self.options)))


class Result(NamedTuple):
    """What came of a negotiation. The trace holds (round from 0, side, package) for every offer, where it is kept."""

    agreement: tuple[int, ...] | None
    step: int
    proposer: int
    trace: tuple[tuple[int, int, tuple[int, ...]], ...] | None = None

    def without_trace(self) -> Result:
        """What every program can tell."""
        return self._replace(trace=None)


def benchmark_negotiations(seed: int, count: int, parties: int, curve: str, steps: int = 50) -> list[Negotiation]:
    """5 issues of 5 values, weights Dirichlet(1), values uniform and rescaled to [0, 1], reserved uniform (.3, .7)."""
    draws, made = np.random.default_rng(seed), []
    for _ in range(count):
        values = draws.random((parties, 5, 5))
        low, high = values.min(-1, keepdims=True), values.max(-1, keepdims=True)
        worths = (values - low) / (high - low) * draws.dirichlet(np.ones(5), parties)[..., None]
        reserved = draws.uniform(0.3, 0.7, parties)
        sides = (
            Side(tuple(map(tuple, worths[p].tolist())), float(reserved[p]), CURVES[curve][p % len(CURVES[curve])])
            for p in range(parties)
        )
        made.append(Negotiation(tuple(sides), steps))
    return made


def random_negotiation(chance: random.Random) -> Negotiation:
    """2 or 3 sides, 1 to 5 issues of 2 to 5 values, 5 to 100 rounds; all utilities of a side are distinct."""
    options = [chance.randint(2, 5) for _ in range(chance.randint(1, 5))]
    sides = tuple(_random_side(chance, options) for _ in range(chance.choice((2, 3))))
    return Negotiation(sides, chance.randint(5, 100))


def _random_side(chance: random.Random, options: list[int]) -> Side:
    while True:
        weights = [chance.expovariate(1.0) for _ in options]
        worths = tuple(
            tuple(weight / sum(weights) * chance.random() for _ in range(count))
            for weight, count in zip(weights, options, strict=True)
        )
        reserved = chance.choice((-math.inf, 0.0, 0.2, 0.4, 0.6))
        curve = chance.choice(tuple(EXPONENTS))
        utilities = sorted(sum(package) for package in itertools.product(*worths))
        # What lies nearer than rounding is not distinct: programs add up and rescale in different ways.
        apart = all(after - before > 1e-9 for before, after in itertools.pairwise(utilities))
        if apart and reserved <= utilities[-1]:
            return Side(worths, reserved, curve)


def scenario_content(negotiation: Negotiation) -> dict[str, Any]:
    """The same negotiation as the content of a scenario file of this project."""
    issues = [f"issue_{j}" for j in range(len(negotiation.options))]
    parties = {}
    for number, side in enumerate(negotiation.sides):
        worst, best = (math.fsum(map(which, side.worths)) for which in (min, max))
        parties[f"side_{number}"] = {
            "importance": {f"gain_{number}": 1.0},
            "values": {name: list(row) for name, row in zip(issues, side.worths, strict=True)},
            "reservation_value": min(1.0, max(0.0, (side.reserved - worst) / (best - worst))),
            "concession": {"firmness": EXPONENTS[side.curve]},
        }
    largest = [max(max(map(abs, row)) for row in side.worths) for side in negotiation.sides]
    return {
        "name": "A negotiation of a benchmark",
        "description": "Made by chance.",
        "interests": dict.fromkeys((f"gain_{number}" for number in range(len(largest))), "gain"),
        "issues": {
            name: {
                "options": [f"v{k}" for k in range(count)],
                "effects": {
                    f"gain_{number}": [worth / largest[number] for worth in side.worths[j]]
                    for number, side in enumerate(negotiation.sides)
                },
            }
            for j, (name, count) in enumerate(zip(issues, negotiation.options, strict=True))
        },
        "parties": parties,
        "defaults": {"strategy": "time_based", **EXACT},
        "communication": {"quality": 1.0},
        "protocol": "stacked_alternating_offers",
        "deadline": negotiation.steps,
    }


EXACT = {
    "listening": 1.0,
    "devaluation": 0.0,
    "patience": 0,
    "optimism": 0.0,
    "importance_spread": 0.0,
    "importance_floor": 0.0,
    "reservation_spread": 0.0,
}
"""Settings under which everything is heard as said and nothing is drawn."""
