"""The points of a design, each made when it is asked for, so that a large design takes no room."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np

from negotiation_sim.analysis.missing_library import needed
from negotiation_sim.concepts import Floats
from negotiation_sim.sweeps.factor import Factor

Point = dict[str, object]
NO_DESIGN = "none"
"""The kind of design of an experiment that writes none: one point, the scenario as written."""

SAMPLED = ("latin_hypercube", "sobol", "saltelli", "morris")
POWERS_OF_TWO = ("sobol", "saltelli")
MORRIS_LEVELS = 4


class Points(Sequence[Point]):
    """Points by their number."""

    @overload
    def __getitem__(self, number: int) -> Point: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Point]: ...

    def __getitem__(self, number: int | slice) -> Point | Sequence[Point]:
        """The point of this number, or those of a slice."""
        if isinstance(number, slice):
            return [self._at(i) for i in range(*number.indices(len(self)))]
        return self._at(range(len(self))[number])

    @abstractmethod
    def _at(self, number: int) -> Point:
        """The point of a number from 0 to below the length."""


@dataclass(frozen=True)
class Grid(Points):
    """Every combination of the factors' values; the last factor varies fastest. No factors: one point."""

    factors: tuple[Factor, ...]

    def __len__(self) -> int:
        """How many points there are."""
        return math.prod(len(factor.values or ()) for factor in self.factors)

    def _at(self, number: int) -> Point:
        chosen = []
        for factor in reversed(self.factors):
            values = factor.values or ()
            number, position = divmod(number, len(values))
            chosen.append((factor.path, values[position]))
        return dict(reversed(chosen))


@dataclass(frozen=True, eq=False)
class Sample(Points):
    """Points drawn at `shares` [points, factors] of the way through each factor."""

    factors: tuple[Factor, ...]
    shares: Floats

    def __len__(self) -> int:
        """How many points there are."""
        return len(self.shares)

    def _at(self, number: int) -> Point:
        row = self.shares[number].tolist()
        return {factor.path: factor.at(share) for factor, share in zip(self.factors, row, strict=True)}


def sample_size(kind: str, factors: int, samples: int) -> int:
    """How many points a sampled design has, found without making any."""
    return samples * {"saltelli": factors + 2, "morris": factors + 1}.get(kind, 1)


def sample(kind: str, factors: tuple[Factor, ...], samples: int, seed: int) -> Sample:
    """The points of a sampled design. Raises MissingLibrary where it needs SALib and that is not installed."""
    shares = shares_of(kind, factors, samples, seed)
    if kind == "morris":
        shares = np.column_stack([_at_choices(column, f.choices) for column, f in zip(shares.T, factors, strict=True)])
    return Sample(factors, shares)


def _at_choices(levels: Floats, choices: int | None) -> Floats:
    """Levels moved to the middle of the nearest choice, so that both ends of a list are reached."""
    return levels if choices is None else (np.rint(levels * (choices - 1)) + 0.5) / choices


def shares_of(kind: str, factors: Sequence[Factor], samples: int, seed: int) -> Floats:
    """Where each point [points, factors] lies between the ends of each factor, from 0 to 1; SALib's order of points."""
    if kind in ("latin_hypercube", "sobol"):
        from scipy.stats import qmc

        sampler = {"latin_hypercube": qmc.LatinHypercube, "sobol": qmc.Sobol}[kind]
        return np.asarray(sampler(len(factors), seed=np.random.default_rng(seed)).random(samples))
    problem = unit_problem(factors)
    if kind == "saltelli":
        module = needed("SALib.sample.sobol", "SALib", "stats")
        return np.asarray(module.sample(problem, samples, calc_second_order=False, seed=seed))
    module = needed("SALib.sample.morris", "SALib", "stats")
    return np.asarray(module.sample(problem, samples, num_levels=MORRIS_LEVELS, seed=seed))


def unit_problem(factors: Sequence[Factor]) -> dict[str, Any]:
    """The factors as SALib names them, each from 0 to 1."""
    return {
        "num_vars": len(factors),
        "names": [factor.path for factor in factors],
        "bounds": [[0.0, 1.0]] * len(factors),
    }
