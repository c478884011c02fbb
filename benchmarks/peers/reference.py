"""The negotiation in plain Python: NegMAS' alternating offers of its time-based family, from a description.

A round is one turn of every side. Time is (round + 1) / (rounds + 1). A side demands
(best - floor)(1 - t^e) + floor - 0.001, held to [floor, best], where the floor is the reserve or the worst package. It
says yes to an offer of another that is worth its demand; otherwise it offers the package that is worth least among
those worth the demand, or one that lies nearer below it by less than a millionth. An offer to which all others said
yes in a row is the deal. Written for this benchmark: it shares no code with the package.
"""

from __future__ import annotations

import math
from bisect import bisect_left

from negotiations import EXPONENTS, Negotiation, Result, Side

Package = tuple[int, ...]


class Seat:
    """A side with all packages in the order of what they are worth to it."""

    def __init__(self, side: Side, packages: list[Package]) -> None:
        self.worth = {package: self._sum(side, package) for package in packages}
        self.order = sorted(packages, key=self.worth.__getitem__)
        self.utilities = [self.worth[package] for package in self.order]
        self.floor = max(self.utilities[0], side.reserved)
        self.best = self.utilities[-1]
        self.exponent = EXPONENTS[side.curve]

    @staticmethod
    def _sum(side: Side, package: Package) -> float:
        total = 0.0
        for row, option in zip(side.worths, package, strict=True):
            total += row[option]
        return total

    def demand(self, time: float) -> float:
        wished = (self.best - self.floor) * (1.0 - math.pow(time, self.exponent)) + self.floor - 0.001
        return max(self.floor, min(self.best, wished))

    def offer(self, demand: float) -> Package:
        chosen = min(bisect_left(self.utilities, demand), len(self.utilities) - 1)
        nearest = chosen
        for below in range(bisect_left(self.utilities, demand - 1e-6), chosen):
            if abs(self.utilities[below] - demand) < abs(self.utilities[nearest] - demand):
                nearest = below
        return self.order[nearest]


def seats_of(negotiation: Negotiation) -> list[Seat]:
    """All sides, with their packages in order."""
    packages = negotiation.packages()
    return [Seat(side, packages) for side in negotiation.sides]


def talk(seats: list[Seat], steps: int) -> Result:
    """One negotiation from the first offer to its end."""
    offer: Package | None = None
    author, yeses, trace = -1, 0, []
    for step in range(steps):
        time = (step + 1) / (steps + 1)
        for number, seat in enumerate(seats):
            demand = seat.demand(time)
            if offer is not None and seat.worth[offer] >= demand:
                yeses += 1
                if yeses == len(seats):
                    return Result(offer, step + 1, author, tuple(trace))
            else:
                offer, author, yeses = seat.offer(demand), number, 1
                trace.append((step, number, offer))
    return Result(None, steps, -1, tuple(trace))
