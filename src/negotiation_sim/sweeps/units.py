"""The unit of work: a block of at most 1,000 runs of one point, played under every arm.

What is in a unit does not depend on how units are cut into chunks, handed to workers or shared among machines;
so the results do not either.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from negotiation_sim.analysis.tally import BLOCK


class Unit(NamedTuple):
    """Runs `block * BLOCK` and so on of a point of the design, `runs` of them."""

    point: int
    block: int
    runs: int

    @property
    def numbers(self) -> range:
        """The numbers of the runs."""
        first = self.block * BLOCK
        return range(first, first + self.runs)


def units_of(point: int, runs: int, first_block: int = 0) -> Iterator[Unit]:
    """The units of the first `runs` runs of a point, from a block on."""
    for block in range(first_block, -(-runs // BLOCK)):
        yield Unit(point, block, min(BLOCK, runs - block * BLOCK))


class Shard(NamedTuple):
    """Part `number` (from 0) of `of` parts that are played apart, by an array of jobs, say."""

    number: int
    of: int

    def has(self, unit: Unit, whole_points: bool) -> bool:
        """Whether a unit belongs to this part.

        `whole_points`: all blocks of a point go to the same part, which can then decide how many there will be.
        """
        return (unit.point + (0 if whole_points else unit.block)) % self.of == self.number


WHOLE = Shard(0, 1)
