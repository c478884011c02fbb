"""What was possible in a run: the frontier of all packages, the classical solutions, and whether a zone existed.

Costly (the whole package space of each run), so it is done for a named subsample of runs only.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np

from negotiation_sim.analysis.frontier import distance_to_frontier, pareto_frontier, possible_joint_gain
from negotiation_sim.analysis.package_space import package_utilities
from negotiation_sim.analysis.solutions import egalitarian, kalai_smorodinsky, nash, zone_exists
from negotiation_sim.concepts import AGREEMENT, Floats, Ints
from negotiation_sim.draws import Moment
from negotiation_sim.engine.clock import ROUNDS_APART
from negotiation_sim.engine.dealing import deal_preferences
from negotiation_sim.engine.outcome import COLUMNS, SIDE_COLUMNS
from negotiation_sim.engine.setting import Setting
from negotiation_sim.engine.table import Case, Table, new_table

# What decides which cards are dealt.
_DEALT = (
    "options",
    "opening_options",
    "effects",
    "shares",
    "importance_spread",
    "reservation",
    "reservation_spread",
    "cohesion",
    "organisations",
    "organisation_shares",
    "organisation_weight",
    "organisation_reach",
    "agreements",
)


class Space(NamedTuple):
    """The Pareto frontier of one run and the solutions on it (None where no package gives all their reservation)."""

    frontier: Floats  # [packages, sides] utilities
    nash: Floats | None
    kalai_smorodinsky: Floats | None
    egalitarian: Floats | None
    exact: bool  # whether every package was looked at
    reservation: Floats  # true, before any stoppage wears it down
    opening_frontier: Floats  # the frontier without options that must first be invented


def table_of_run(case: Case, seed: int, run: int) -> Table:
    """A table with the preferences and reservation values that are dealt in a run (in the last talks of a series)."""
    table = new_table(case)
    moment = Moment(seed, run, (case.agreements - 1) * ROUNDS_APART)
    for seat in range(len(case.reservation)):
        deal_preferences(case, table, moment, seat)
    return table


def space_of(case: Case, seed: int, run: int) -> Space:
    """The bargaining space of one run."""
    table = table_of_run(case, seed, run)
    frontier, exact = _frontier(table, case.options)
    has_inventions = bool((case.opening_options < case.options).any())
    opening_frontier = _frontier(table, case.opening_options)[0] if has_inventions else frontier

    def point(index: int | None) -> Floats | None:
        return None if index is None else frontier[index]

    return Space(
        frontier,
        point(nash(frontier, table.reservation)),
        point(kalai_smorodinsky(frontier, table.reservation)),
        point(egalitarian(frontier, table.reservation)),
        exact,
        table.reservation,
        opening_frontier,
    )


def _frontier(table: Table, options: Ints) -> tuple[Floats, bool]:
    utilities, exact = package_utilities(table.values, options)
    return np.ascontiguousarray(utilities[pareto_frontier(utilities)]), exact


class SpaceSample:
    """The spaces of the first runs of a scenario, kept for all settings that deal the same cards."""

    def __init__(self, runs: int, seed: int, threads: int) -> None:
        """A sample of this many runs."""
        self.runs = runs
        self._seed = seed
        self._threads = threads
        self._known: dict[bytes, list[Space]] = {}

    def spaces(self, case: Case) -> list[Space]:
        """The spaces of a case; computed once for all cases with the same preferences and reservation values."""
        key = b"|".join(np.asarray(getattr(case, field)).tobytes() for field in _DEALT)
        if key not in self._known:
            with ThreadPoolExecutor(self._threads) as pool:
                self._known[key] = list(pool.map(lambda run: space_of(case, self._seed, run), range(self.runs)))
        return self._known[key]

    def describe(self, setting: Setting, rows: Floats) -> dict[str, float | int | bool | None]:
        """Shares of runs with a bargaining zone, and mean distances of the deals from what was possible.

        `rows` are those of the first `runs` runs. `true_zone`: some package gives every side its true reservation
        value; `perceived_zone`: the overrated one; `devalued_zone`: that and the devaluation at the starting trust;
        `zone_without_inventions`: as `true_zone`, of packages without options that must first be invented.
        Distances are Euclidean, in utility; None where there was no deal (or no such point).
        """
        case = setting.case
        sides = len(setting.roles)
        spaces = self.spaces(case)
        devalued = case.devaluation * (1.0 - case.trust)
        zones = np.zeros(4)
        distances: dict[str, list[float]] = {
            "frontier": [],
            "nash": [],
            "kalai_smorodinsky": [],
            "egalitarian": [],
        }
        gains = []
        for space, row in zip(spaces, rows, strict=True):
            by_side = row[len(COLUMNS) : len(COLUMNS) + len(SIDE_COLUMNS) * sides].reshape(-1, sides)
            utilities, opening_line = by_side[0], by_side[2]
            for i, lines in enumerate((space.reservation, opening_line, opening_line + devalued)):
                zones[i] += zone_exists(space.frontier, lines)
            zones[3] += zone_exists(space.opening_frontier, space.reservation)
            if row[0] != AGREEMENT:
                continue
            distances["frontier"].append(distance_to_frontier(utilities, space.frontier))
            gains.append(possible_joint_gain(utilities, space.frontier))
            for name in ("nash", "kalai_smorodinsky", "egalitarian"):
                point = getattr(space, name)
                if point is not None:
                    distances[name].append(float(np.sqrt(((utilities - point) ** 2).sum())))
        described: dict[str, float | int | bool | None] = {
            "runs": self.runs,
            "exact": all(space.exact for space in spaces),
            "true_zone": zones[0] / self.runs,
            "perceived_zone": zones[1] / self.runs,
            "devalued_zone": zones[2] / self.runs,
            "zone_without_inventions": zones[3] / self.runs,
            "possible_joint_gain": float(np.mean(gains)) if gains else None,
        }
        for name, values in distances.items():
            described[f"distance_to_{name}"] = float(np.mean(values)) if values else None
        return described
