"""All packages in the order in which a side likes them, for sides that choose among all of them."""

from __future__ import annotations

import numpy as np

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.engine.stable_order import stable_order
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule


@rule
def fill_package(number: int, options: Ints, package: Ints) -> None:
    """Fill `package` with the package of this number: the last issue counts fastest."""
    for j in range(len(options) - 1, -1, -1):
        package[j] = number % options[j]
        number //= options[j]


@rule
def fill_worths(values: Floats, options: Ints, worths: Floats) -> None:
    """Fill `worths` with the utility of every package by its number, added up in the order of the issues."""
    count = 1
    worths[0] = 0.0
    for j in range(len(options)):
        # From the back, so that nothing is overwritten before it is read.
        for before in range(count - 1, -1, -1):
            worth = worths[before]
            for k in range(options[j]):
                worths[before * options[j] + k] = worth + values[j, k]
        count *= options[j]


@rule
def where_met(condition: Ints, options: Ints) -> Floats:
    """1.0 for every package, by its number, that meets a condition, as `preferences.is_met` says; otherwise 0.0."""
    met = np.ones(1)
    for j in range(len(options)):
        met = np.outer(met, condition[j, : options[j]].astype(np.float64)).ravel()
    return met


@rule
def count_conditions(case: Case, table: Table, seat: int, worths: Floats) -> None:
    """Fill `worths` as `fill_worths` does, for a side with conditions."""
    ones = np.ones(len(worths))
    worths[:] = 0.0
    before = 1
    for j in range(len(case.options)):
        count = case.options[j]
        after = len(worths) // (before * count)
        column = np.outer(np.outer(ones[:before], table.values[seat, j, :count]).ravel(), ones[:after]).ravel()
        for c in range(case.conditions.shape[1]):
            if case.condition_issue[seat, c] == j:
                column[where_met(case.conditions[seat, c], case.options) > 0.5] = case.own_nothing[seat, j]
        worths += column
        before *= count
    for c in range(case.conditions.shape[1]):
        if case.condition_issue[seat, c] == -1:
            worths[where_met(case.conditions[seat, c], case.options) > 0.5] = 0.0


@rule
def rank_packages(case: Case, table: Table, seat: int) -> int:
    """Rank all packages for a side, of equals the lower number first; once only where its values never change."""
    if case.has_own_values[seat] == 1 and table.ranks[seat] == 1:
        return 0
    worths = np.empty(case.packages)
    if case.conditions[seat].any():
        count_conditions(case, table, seat, worths)
    else:
        fill_worths(table.values[seat], case.options, worths)
    order = stable_order(worths)
    for place in range(len(order)):
        table.ranking[seat, place] = order[place]
        table.ranked[seat, place] = worths[order[place]]
    table.ranks[seat] = 1
    return 0
