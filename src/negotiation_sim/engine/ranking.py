"""All packages in the order in which a side likes them, for sides that choose among all of them."""

from __future__ import annotations

import numpy as np

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule
from negotiation_sim.rules.preferences import breaks_deal


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
def strike_out(breakers: Ints, options: Ints, worths: Floats, package: Ints) -> None:
    """Set what meets a deal-breaker to nothing; `package` is room for calculations."""
    if len(breakers) == 0:
        return
    for number in range(len(worths)):
        fill_package(number, options, package)
        if breaks_deal(breakers, package):
            worths[number] = 0.0


@rule
def rank_packages(case: Case, table: Table, seat: int) -> int:
    """Rank all packages for a side, of equals the lower number first; once only where its values never change."""
    if case.has_own_values[seat] == 1 and table.ranks[seat] == 1:
        return 0
    worths = np.empty(case.packages)
    fill_worths(table.values[seat], case.options, worths)
    strike_out(case.breakers[seat], case.options, worths, table.candidate)
    # A stable order does not depend on the processor.
    order = np.argsort(worths, kind="mergesort")
    for place in range(len(order)):
        table.ranking[seat, place] = order[place]
        table.ranked[seat, place] = worths[order[place]]
    table.ranks[seat] = 1
    return 0
