"""The Pareto frontier: the packages that nobody can improve on without making someone worse off."""

from __future__ import annotations

import numpy as np

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.rule import compiled


def pareto_frontier(utilities: Floats) -> Ints:
    """Rows of the packages that no other package dominates, in ascending order; exact.

    `utilities[package, party]`. A package dominates another when it is worth at least as much to everybody
    and more to somebody. Of packages that are worth the same to everybody only the first is kept. No packages
    give no rows.
    """
    order = _best_total_first(utilities)
    frontier = np.empty(len(order), dtype=np.int64)
    size = _scan(utilities, order, frontier)
    return np.sort(frontier[:size])


def distance_to_frontier(point: Floats, frontier_utilities: Floats) -> float:
    """Euclidean distance in utilities from a point to the nearest package of the frontier.

    `point[party]`, `frontier_utilities[package, party]` with at least one package; 0 on the frontier itself.
    """
    return float(np.sqrt(((frontier_utilities - point) ** 2).sum(axis=1).min()))


def possible_joint_gain(point: Floats, frontier_utilities: Floats) -> float:
    """The largest amount by which everybody could still gain at once, moving from a point to the frontier.

    `point[party]`, `frontier_utilities[package, party]` with at least one package. It is the gain of whoever
    gains least, at the package where that is largest, and 0 where every move costs somebody something.
    """
    return max(0.0, float((frontier_utilities - point).min(axis=1).max()))


def _best_total_first(utilities: Floats) -> Ints:
    """Rows in an order in which a package comes after all that dominate it and after its earlier doubles.

    A package that dominates has the larger total, or by rounding the same one; equal totals are therefore
    ordered by the parties' utilities in turn, then by row. (Sorting all rows so would take ten times as
    long.)
    """
    total = np.zeros(len(utilities))
    for column in utilities.T:
        total += column
    order = np.argsort(-total)
    same_as_next = np.diff(total[order]) == 0.0
    tied = np.zeros(len(order), dtype=np.bool_)
    tied[1:] |= same_as_next
    tied[:-1] |= same_as_next
    rows = np.sort(order[tied])
    order[tied] = rows[np.lexsort((*-utilities[rows].T[::-1], -total[rows]))]
    return order


@compiled
def _scan(utilities: Floats, order: Ints, frontier: Ints) -> int:
    """Write the rows of the frontier into `frontier`, in no order, and give their number.

    Each row in turn is tested against the frontier found so far. A member that dominates moves half way to
    the front, so that those which dominate most are soon tested first.
    """
    size = 0
    for row in order:
        dominated = False
        for place in range(size):
            dominated = True
            for party in range(utilities.shape[1]):
                if utilities[frontier[place], party] < utilities[row, party]:
                    dominated = False
                    break
            if dominated:
                nearer = place // 2
                frontier[place], frontier[nearer] = frontier[nearer], frontier[place]
                break
        if not dominated:
            frontier[size] = row
            size += 1
    return size
