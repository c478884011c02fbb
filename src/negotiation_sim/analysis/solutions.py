"""The packages that the classic solutions of bargaining theory pick, and whether any agreement was possible.

Throughout, `utilities[package, party]` is what each package is worth, `disagreement[party]` what each party
has without a deal, and a party's gain is the difference. Nash, Kalai-Smorodinsky and egalitarian look only at
packages that leave nobody below the disagreement, and answer None where there is no such package. Ties go to
the larger product of gains, then to the larger sum of gains, then to the first package.
"""

from __future__ import annotations

import numpy as np

from negotiation_sim.concepts import Floats, Ints


def nash(utilities: Floats, disagreement: Floats) -> int | None:
    """Row of the package with the largest product of gains.

    Source: Nash 1950, Econometrica 18:155-162.
    """
    rows, gains = _acceptable(utilities, disagreement)
    return _best(rows, gains, _product(gains))


def kalai_smorodinsky(utilities: Floats, disagreement: Floats) -> int | None:
    """Row of the package in which the smallest share of a party's best possible gain is largest.

    A party's best possible gain is its largest over the packages that leave nobody below the disagreement; a
    party that can gain nothing in any of them is left out of the comparison. In a space of separate packages
    this stands for the point where the line from the disagreement to everybody's ideal meets the frontier.
    Source: Kalai and Smorodinsky 1975, Econometrica 43:513-518.
    """
    rows, gains = _acceptable(utilities, disagreement)
    ideal = gains.max(axis=0, initial=0.0)
    can_gain = ideal > 0.0
    smallest_share = (gains[:, can_gain] / ideal[can_gain]).min(axis=1, initial=1.0)
    return _best(rows, gains, smallest_share)


def egalitarian(utilities: Floats, disagreement: Floats) -> int | None:
    """Row of the package in which the smallest gain is largest.

    Source: Kalai 1977, Econometrica 45:1623-1630.
    """
    rows, gains = _acceptable(utilities, disagreement)
    return _best(rows, gains, gains.min(axis=1))


def zone_exists(utilities: Floats, lines: Floats) -> bool:
    """Whether some package is worth at least `lines[party]` to every party: a zone of possible agreement."""
    return bool((utilities >= lines).all(axis=1).any())


def _acceptable(utilities: Floats, disagreement: Floats) -> tuple[Ints, Floats]:
    """Rows of the packages that leave nobody below the disagreement, and everybody's gains in them."""
    rows = np.flatnonzero((utilities >= disagreement).all(axis=1))
    return rows, utilities[rows] - disagreement


def _best(rows: Ints, gains: Floats, criterion: Floats) -> int | None:
    if len(rows) == 0:
        return None
    top = np.flatnonzero(criterion == criterion.max())
    tie_order = np.lexsort((-_sum(gains[top]), -_product(gains[top])))
    return int(rows[top[tie_order[0]]])


def _product(gains: Floats) -> Floats:
    product = np.ones(len(gains))
    for column in gains.T:
        product *= column
    return product


def _sum(utilities: Floats) -> Floats:
    total = np.zeros(len(utilities))
    for column in utilities.T:
        total += column
    return total
