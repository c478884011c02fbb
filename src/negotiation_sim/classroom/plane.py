"""The bargaining plane of two sides, as every picture of it has it: a regular sample, and the edge of the best."""

from __future__ import annotations

from typing import Any

import numpy as np

from negotiation_sim.analysis.frontier import pareto_frontier
from negotiation_sim.analysis.package_space import package_utilities
from negotiation_sim.concepts import Floats, Ints

MOST_POINTS = 400
_DIGITS = 3


def sample_of(values: Floats, options: Ints) -> list[list[float]]:
    """What a regular sample of the packages is worth to each side of `values[side, issue, option]`."""
    utilities, _is_whole = package_utilities(values, options, MOST_POINTS)
    return [rounded(row) for row in utilities]


def edge_of(utilities: Floats) -> list[list[float]]:
    """The packages of `utilities[package, two sides]` that no other one dominates, from left to right."""
    best = utilities[pareto_frontier(np.ascontiguousarray(utilities))]
    return [rounded(row) for row in best[np.argsort(best[:, 0])]]


def rounded(numbers: np.ndarray[Any, Any]) -> list[float]:
    """Numbers as fine as a picture shows them."""
    return [round(float(number), _DIGITS) for number in numbers]
