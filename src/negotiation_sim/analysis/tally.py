"""Sums over runs that come out the same to the last bit, however the runs were cut into chunks."""

from __future__ import annotations

import numpy as np

from negotiation_sim.analysis.intervals import Interval, mean, rate
from negotiation_sim.concepts import AGREEMENT, ENDINGS, Floats
from negotiation_sim.engine.outcome import COLUMNS, SIDE_COLUMNS
from negotiation_sim.rule import compiled

BLOCK = 1000  # runs summed before they are added to the total; part of what makes results repeatable

_ALL, _DEALS, _ALL_SQUARES, _DEAL_SQUARES, _COUNTS = range(5)

# Places in the line of counts: the endings by their number, then these.
_TEXT_DEALS = 16
_STOPPAGES = 17
_DEALS_BEFORE_STOPPAGE = 18
_STAGES = 20  # and the stages from 1, at most 12
_DEAL_STAGES = 40  # the same
_WIDTH = 53
_STAGE = COLUMNS.index("stage")
_STOPPAGE_DAYS = COLUMNS.index("stoppage_days")


@compiled
def _accumulate(rows: Floats, first: int, sides: int, block: Floats, total: Floats) -> None:
    """Add rows in run order: sums and squares over all runs and over deals, and counts in the last line."""
    for i in range(rows.shape[0]):
        deal = rows[i, 0] == 1.0
        block[4, int(rows[i, 0])] += 1.0
        if deal and rows[i, 2] == sides:
            block[4, _TEXT_DEALS] += 1.0
        stage = int(rows[i, _STAGE])
        block[4, _STAGES + stage] += 1.0
        if deal:
            block[4, _DEAL_STAGES + stage] += 1.0
        if rows[i, _STOPPAGE_DAYS] > 0.0:
            block[4, _STOPPAGES] += 1.0
        elif deal:
            block[4, _DEALS_BEFORE_STOPPAGE] += 1.0
        for c in range(rows.shape[1]):
            x = rows[i, c]
            block[0, c] += x
            block[2, c] += x * x
            if deal:
                block[1, c] += x
                block[3, c] += x * x
        if (first + i + 1) % 1000 == 0:
            for line in range(5):
                for c in range(block.shape[1]):
                    total[line, c] += block[line, c]
                    block[line, c] = 0.0


class Tally:
    """What is kept of the runs of one setting while they stream by; its size does not depend on their number."""

    def __init__(self, roles: tuple[str, ...], width: int) -> None:
        """An empty tally of rows of this width."""
        self.roles = roles
        self.runs = 0
        self._block = np.zeros((5, max(width, _WIDTH)))
        self._total = np.zeros((5, max(width, _WIDTH)))

    def add(self, rows: Floats) -> None:
        """Add the rows of the next runs, in their order."""
        _accumulate(rows, self.runs, len(self.roles), self._block, self._total)
        self.runs += len(rows)

    @property
    def totals(self) -> Floats:
        """Everything that is kept, [5 lines, columns]: what another tally takes in as one block."""
        return self._total + self._block

    def add_block(self, totals: Floats, runs: int) -> None:
        """Add the totals of the next block of runs; gives the same bits as adding its rows.

        Every block but the last one holds `BLOCK` runs.
        """
        self._total += totals
        self.runs += runs

    def _sum(self, line: int, column: int) -> float:
        return float(self._total[line, column] + self._block[line, column])

    @property
    def endings(self) -> dict[str, int]:
        """How many runs ended how."""
        return {name: int(self._sum(_COUNTS, code)) for code, name in enumerate(ENDINGS) if code > 0}

    @property
    def agreements(self) -> int:
        """How many runs ended with a deal."""
        return int(self._sum(_COUNTS, AGREEMENT))

    @property
    def text_deals(self) -> int:
        """How many deals were made on a text of the mediator's."""
        return int(self._sum(_COUNTS, _TEXT_DEALS))

    @property
    def stoppages(self) -> int:
        """In how many runs work was stopped, for however short."""
        return int(self._sum(_COUNTS, _STOPPAGES))

    @property
    def deals_before_stoppage(self) -> int:
        """How many deals were made before any work stopped: those settled by talks."""
        return int(self._sum(_COUNTS, _DEALS_BEFORE_STOPPAGE))

    def ended_in_stage(self, stage: int) -> int:
        """How many runs ended in this stage, from 1; 0: the talks never began."""
        return int(self._sum(_COUNTS, _STAGES + stage))

    def deals_in_stage(self, stage: int) -> int:
        """How many deals were made in this stage, from 1."""
        return int(self._sum(_COUNTS, _DEAL_STAGES + stage))

    @property
    def agreement_rate(self) -> Interval:
        """Share of runs with a deal, with its Wilson interval."""
        return rate(self.agreements, self.runs)

    def mean_of(self, column: str) -> Interval:
        """Mean of a column of `COLUMNS` over all runs, with its interval."""
        c = COLUMNS.index(column)
        return mean(self._sum(_ALL, c), self._sum(_ALL_SQUARES, c), self.runs)

    def mean_of_deals(self, column: str) -> Interval | None:
        """Mean of a column of `COLUMNS` over the runs with a deal; None where there is none."""
        if self.agreements == 0:
            return None
        c = COLUMNS.index(column)
        return mean(self._sum(_DEALS, c), self._sum(_DEAL_SQUARES, c), self.agreements)

    def side_mean(self, column: str, role: str) -> float:
        """Mean of a column of `SIDE_COLUMNS` of one side over all runs."""
        return self._sum(_ALL, self._side(column, role)) / self.runs

    def side_mean_of_deals(self, column: str, role: str) -> float | None:
        """Mean of a column of `SIDE_COLUMNS` of one side over the runs with a deal."""
        if self.agreements == 0:
            return None
        return self._sum(_DEALS, self._side(column, role)) / self.agreements

    def _side(self, column: str, role: str) -> int:
        sides = len(self.roles)
        return len(COLUMNS) + SIDE_COLUMNS.index(column) * sides + self.roles.index(role)
