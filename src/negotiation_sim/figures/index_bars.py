"""What a sensitivity picture shows of an arm: two kinds of bars, and what half of the runs give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.analysis.morris_effects import MorrisEffects
from negotiation_sim.analysis.sobol_indices import SobolIndices
from negotiation_sim.figures.style import STRONG, WEAK
from negotiation_sim.sweeps.mistakes import ResultsError

if TYPE_CHECKING:
    from negotiation_sim.sweeps.results import Results

_ = str  # marks words for the message catalogues; they are translated where they are shown


class Bars(NamedTuple):
    """One kind of index of all factors: its name, its look, the bars, and the same from half of the runs."""

    label: str
    look: dict[str, Any]
    values: tuple[Interval, ...]
    halves: tuple[float, ...]


class Panel(NamedTuple):
    """What is known of one arm: bars (none where there are no indices), and what is wrong with them, if anything."""

    bars: tuple[Bars, ...]
    doubt: str

    def in_order(self, order: Sequence[int]) -> Panel:
        """The same with the factors in this order."""
        bars = tuple(
            one._replace(
                values=tuple(one.values[k] for k in order), halves=tuple(one.halves[k] for k in order if one.halves)
            )
            for one in self.bars
        )
        return Panel(bars, self.doubt)


def strongest_first(panels: Sequence[Panel], factors: int) -> list[int]:
    """The numbers of the factors, that with the longest bar of any panel first."""
    bars = [one for panel in panels for one in panel.bars]
    return sorted(range(factors), key=lambda k: -max((one.values[k].value for one in bars), default=0.0))


def panel_of(results: Results, arm: str) -> Panel:
    """The indices of the agreement rate under an arm. Raises MissingLibrary without SALib."""
    from negotiation_sim.sweeps.indices import indices_of

    try:
        found = indices_of(results, arm)
    except ResultsError as error:
        return Panel((), str(error))
    bars = _of_sobol(found) if isinstance(found, SobolIndices) else _of_morris(found)
    return Panel(bars, "" if found.verdict.is_enough else found.verdict.reason)


def _of_sobol(found: SobolIndices) -> tuple[Bars, ...]:
    first = Bars(_("first index"), STRONG, found.first, found.half_first or ())
    return first, Bars(_("total index"), WEAK, found.total, found.half_total or ())


def _of_morris(found: MorrisEffects) -> tuple[Bars, ...]:
    """Effects in percentage points."""
    strength = tuple(
        Interval(100 * value, None if low is None else 100 * low, None if high is None else 100 * high)
        for value, low, high in found.strength
    )
    halves = tuple(100 * half for half in found.half_strength or ())
    spread = tuple(Interval(100 * value, None, None) for value in found.spread)
    return Bars(_("mean size of effects"), STRONG, strength, halves), Bars(_("their spread"), WEAK, spread, ())
