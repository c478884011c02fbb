"""Many negotiations of one setting: `simulate`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from negotiation_sim.analysis.intervals import Interval, paired_difference
from negotiation_sim.analysis.pairing import pairs_of
from negotiation_sim.analysis.tally import Tally
from negotiation_sim.concepts import AGREEMENT, ENDINGS, Floats
from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.outcome import WHOLE_COLUMNS, column_names, row_width
from negotiation_sim.scenario import Scenario
from negotiation_sim.scenario.arrays import setting_of

if TYPE_CHECKING:
    import pandas as pd

ROWS_KEPT = 100_000


class Result:
    """What came of the runs of one setting.

    `tally` holds counts and sums; `agreed[run]` whether a run ended with a deal. Rows of up to 100,000 runs are
    kept; of more, they are replayed when asked for, which gives the same rows.
    """

    def __init__(self, scenario: Scenario, runs: int, seed: int, threads: int | None = None) -> None:
        """Play the runs."""
        self.scenario = scenario
        self.runs = runs
        self.seed = seed
        self._player = Player(setting_of(scenario), threads)
        self.called_back = self._player.called_back
        setting = self._player.setting
        self.tally = Tally(setting.roles, row_width(setting.case))
        self.agreed = np.zeros(runs, dtype=np.bool_)
        kept = []
        for rows in self._player.stream(seed, range(runs)):
            self.agreed[self.tally.runs : self.tally.runs + len(rows)] = rows[:, 0] == AGREEMENT
            self.tally.add(rows)
            if runs <= ROWS_KEPT:
                kept.append(rows)
        self._kept = np.concatenate(kept) if kept else None

    @property
    def agreement_rate(self) -> Interval:
        """Share of runs with a deal: `.value`, `.low`, `.high` (Wilson, 95 %)."""
        return self.tally.agreement_rate

    @property
    def endings(self) -> dict[str, int]:
        """How many runs ended how."""
        return self.tally.endings

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns of `rows`."""
        setting = self._player.setting
        return column_names(setting.roles, setting.issues)

    def rows(self) -> Floats:
        """One row of numbers for each run, see `columns`."""
        return self._kept if self._kept is not None else self._player.rows(self.seed, range(self.runs))

    def to_pandas(self) -> pd.DataFrame:
        """One row for each run as a pandas table.

        The ending is in words, the signed option of each issue its number (counted from 0; -1 without a deal).
        """
        import pandas as pd

        table = pd.DataFrame(self.rows(), columns=list(self.columns))
        table.index.name = "run"
        table["ending"] = [ENDINGS[int(code)] for code in table["ending"]]
        whole = [*WHOLE_COLUMNS, *(c for c in self.columns if c.startswith("option."))]
        return table.astype(dict.fromkeys(whole, "int64"))

    def compare(self, other: Result) -> Interval:
        """Difference of the agreement rates, this one minus the other, under the same luck (Tango's interval).

        Raises ValueError if the two do not share seed and number of runs.
        """
        if (self.seed, self.runs) != (other.seed, other.runs):
            raise ValueError("only results with the same seed and the same number of runs can be compared in pairs")
        return paired_difference(*pairs_of(self.agreed, other.agreed))


def simulate(scenario: Scenario, runs: int = 1000, seed: int = 1, threads: int | None = None) -> Result:
    """Play `runs` negotiations of a scenario as written (its comparison is not looked at).

    `runs` at least 1; `seed` from 0; the result does not depend on `threads` (default: all processors).
    Raises RunError if a rule of the user's fails in a run.
    """
    if runs < 1:
        raise ValueError("runs must be at least 1")
    return Result(scenario, runs, seed, threads)
