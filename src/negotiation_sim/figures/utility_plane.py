"""The bargaining space of two of the sides as points of a plane: what packages are worth to the one and the other."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from negotiation_sim.analysis.bargaining_space import space_of, table_of_run
from negotiation_sim.analysis.package_space import package_utilities
from negotiation_sim.concepts import Floats
from negotiation_sim.engine.table import Case

MOST_PACKAGES = 3000
"""Packages drawn at most; of a larger space every so-manieth."""


class Plane(NamedTuple):
    """Points [number, 2] and single points [2]; the solutions are None where no package suits every side."""

    packages: Floats
    frontier: Floats
    disagreement: Floats
    nash: Floats | None
    kalai_smorodinsky: Floats | None


def plane_of_run(case: Case, seats: tuple[int, int], seed: int, run: int) -> Plane:
    """The plane of one run, with the preferences and reservation values dealt in it.

    Frontier and solutions are those of all sides; where there are more than two, the plane is a view of them.
    """
    table = table_of_run(case, seed, run)
    packages, _ = package_utilities(table.values, case.options, MOST_PACKAGES)
    space = space_of(case, seed, run)
    pair = list(seats)
    return Plane(
        packages[:, pair],
        space.frontier[:, pair],
        space.reservation[pair],
        None if space.nash is None else space.nash[pair],
        None if space.kalai_smorodinsky is None else space.kalai_smorodinsky[pair],
    )


def expected_plane(case: Case, seats: tuple[int, int]) -> Plane:
    """The plane of the sides as they are written, without the scatter from one run to the next."""
    unscattered = case._replace(
        importance_spread=np.zeros_like(case.importance_spread),
        reservation_spread=np.zeros_like(case.reservation_spread),
    )
    return plane_of_run(unscattered, seats, seed=0, run=0)
