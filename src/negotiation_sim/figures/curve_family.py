"""The curves of a picture: one an arm and setting of the factors that stand neither on the axis nor in a panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.figures.cells import Cells, Setting, values_of
from negotiation_sim.figures.factor_words import value_shown
from negotiation_sim.figures.rate_curve import draw_curve, write_values
from negotiation_sim.figures.style import LOOKS, QUIET, tidy, wrapped
from negotiation_sim.messages.language import Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.lines import Line2D

    from negotiation_sim.sweeps.results import Results

MOST_NAMED = 8
"""Curves of several settings that each have a look and a name of their own; more are thin, and named by arm."""


class Curve(NamedTuple):
    """One curve and its look."""

    arm: str
    rest: Setting
    look: dict[str, Any]


class Family:
    """Draws the same curves in one panel after another."""

    def __init__(
        self, results: Results, cells: Cells, x: str, arms: Sequence[str], rests: Sequence[Setting], language: Language
    ) -> None:
        """Curves over the factor `x`: each arm at each setting of `rests`."""
        self._results, self._cells, self._x, self._language = results, cells, x, language
        self.is_named = len(rests) == 1 or len(arms) * len(rests) <= MOST_NAMED
        self.curves = [
            Curve(arm, rest, LOOKS[number * len(rests) + place] if self.is_named else _thin(number))
            for number, arm in enumerate(arms)
            for place, rest in enumerate(rests)
        ]
        self._lines: list[Line2D] = []

    def draw_rates(self, axes: Axes, within: Sequence[int]) -> None:
        """The agreement rates at these points, in per cent."""
        self._lines = []
        for curve in self.curves:
            line = self._draw(axes, within, curve, self._cells.rate)
            line.set_label(self._name(curve))
            self._lines.append(line)
        axes.set_ylim(-2, 102)
        tidy(axes)
        experiment = self._results.experiment
        write_values(axes, [float(str(value)) for value in values_of(experiment, within, self._x)], self._language)

    def draw_differences(self, axes: Axes, within: Sequence[int]) -> None:
        """How far each arm lies above the first at these points, in percentage points."""
        first = self.curves[0].arm
        axes.axhline(0, color=QUIET, linewidth=1.2)
        for curve in self.curves:
            if curve.arm != first:
                self._draw(axes, within, curve, lambda point, arm: self._cells.difference(point, arm, first))
        axes.yaxis.set_major_formatter(lambda y, at: f"{y:+.0f}" if round(y) else "0")
        tidy(axes)

    def handles(self) -> list[Any]:
        """For the legend: the curves as they end in the panel drawn last, or a line an arm where they are thin."""
        from matplotlib.lines import Line2D

        if self.is_named:
            return sorted(self._lines, key=_end, reverse=True)
        of_arm = {curve.arm: curve.look for curve in self.curves}
        arm_label = self._results.experiment.arm_label
        return [
            Line2D(
                [], [], color=look["color"], linestyle=look["linestyle"], linewidth=2.5,
                label=wrapped(arm_label(arm, self._language.code), 18),
            )
            for arm, look in of_arm.items()
        ]  # fmt: skip

    def _draw(
        self, axes: Axes, within: Sequence[int], curve: Curve, number: Callable[[int, str], Interval | None]
    ) -> Line2D:
        """A curve from left to right; points that have not been played are left out."""
        points = self._results.experiment.points
        chosen = [point for point in within if all(points[point][path] == value for path, value in curve.rest)]
        along = sorted((float(str(points[point][self._x])), point) for point in chosen)
        found = [(place, number(point, curve.arm)) for place, point in along]
        known = [(place, interval) for place, interval in found if interval is not None]
        places, intervals = [place for place, _ in known], [interval for _, interval in known]
        if self.is_named:
            return draw_curve(axes, places, intervals, **curve.look)
        (line,) = axes.plot(places, [100 * interval.value for interval in intervals], **curve.look)
        return line

    def _name(self, curve: Curve) -> str:
        arm = self._results.experiment.arm_label(curve.arm, self._language.code)
        if not curve.rest:
            return wrapped(arm, 18)
        values = self._language.gettext(", ").join(value_shown(value, self._language) for _, value in curve.rest)
        # NOTE: name of a curve: the arm, and the values of the other factors
        return wrapped(self._language.gettext("{arm} ({values})").format(arm=arm, values=values), 20)


def _thin(number: int) -> dict[str, Any]:
    """The look of all curves of an arm: a colour, and dashes where all colours are in use."""
    colours = len(LOOKS) // 2
    return {
        "color": LOOKS[2 * number % len(LOOKS)]["color"],
        "linestyle": "-" if number < colours else "--",
        "linewidth": 0.9,
    }


def _end(line: Line2D) -> float:
    """How high a curve ends on the right; one without points comes last."""
    heights: Any = line.get_ydata()
    return float(heights[-1]) if len(heights) else -1.0
