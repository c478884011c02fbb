"""What a picture takes from the results of a sweep: which points it shows, and the numbers of each point and arm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from gettext import gettext
from typing import TYPE_CHECKING

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.sweeps.mistakes import ResultsError

if TYPE_CHECKING:
    from negotiation_sim.sweeps.experiment import Experiment
    from negotiation_sim.sweeps.results import Results

Setting = tuple[tuple[str, object], ...]
"""Factors and their values, hashable."""


def is_number(value: object) -> bool:
    """Whether a value can be a place on an axis; true and false are words."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def points_where(experiment: Experiment, at: Mapping[str, object]) -> list[int]:
    """The numbers of the points at which the factors of `at` have the values given. Raises ResultsError for none."""
    points = experiment.points
    found = [i for i in range(len(points)) if all(points[i].get(path) == value for path, value in at.items())]
    if not found:
        settings = ", ".join(f"{path}: {value}" for path, value in at.items())
        raise ResultsError(gettext("no point of the design has {settings}").format(settings=settings))
    return found


def by_setting(experiment: Experiment, points: Sequence[int], paths: Sequence[str]) -> dict[Setting, list[int]]:
    """The points that share the values of some factors, by these values, in the order of the design."""
    groups: dict[Setting, list[int]] = {}
    for number in points:
        point = experiment.points[number]
        groups.setdefault(tuple((path, point[path]) for path in paths), []).append(number)
    return groups


def values_of(experiment: Experiment, points: Sequence[int], path: str) -> list[object]:
    """The values that a factor takes at these points: numbers in their order, words in that of the design."""
    found = list(dict.fromkeys(experiment.points[number][path] for number in points))
    return sorted(found, key=lambda value: float(str(value))) if all(map(is_number, found)) else found


class Cells:
    """Rates and paired differences by point and arm; None where a point has not been played."""

    def __init__(self, results: Results) -> None:
        """Index the two tables of the results."""
        columns = ("agreement_rate", "low", "high", "runs")
        self._rates = results.summary.set_index(["point", "arm"])[list(columns)].to_dict("index")
        columns = ("difference", "low", "high", "runs")
        pairs = results.differences
        self._differences = (
            pairs.set_index(["point", "first", "second"])[list(columns)].to_dict("index") if len(pairs) else {}
        )

    def rate(self, point: int, arm: str) -> Interval | None:
        """The agreement rate with Wilson's interval."""
        row = self._rates.get((point, arm))
        return Interval(row["agreement_rate"], row["low"], row["high"]) if row else None

    def difference(self, point: int, arm: str, other: str) -> Interval | None:
        """The rate of an arm minus that of another, under the same luck, with Tango's interval."""
        row = self._differences.get((point, arm, other))
        if row:
            return Interval(row["difference"], row["low"], row["high"])
        row = self._differences.get((point, other, arm))
        return Interval(-row["difference"], -row["high"], -row["low"]) if row else None

    def runs(self, points: Sequence[int], arms: Sequence[str]) -> tuple[int, int]:
        """The smallest and the largest number of negotiations of these points and arms; 0 where none was played."""
        counts = [
            int(self._rates[point, arm]["runs"]) for point in points for arm in arms if (point, arm) in self._rates
        ]
        return (min(counts), max(counts)) if counts else (0, 0)
