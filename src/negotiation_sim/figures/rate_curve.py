"""A curve of rates or of differences, with its band: the piece that several pictures are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.messages.language import Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.lines import Line2D


_CLOSEST_TICKS = 0.09
"""Share of the axis that two ticks lie apart at least."""


def draw_curve(axes: Axes, places: Sequence[float], rates: Sequence[Interval], **look: Any) -> Line2D:
    """A curve of shares in per cent, over a band of their intervals."""
    lows, heights, highs = _in_percent(rates)
    axes.fill_between(places, lows, highs, color=look["color"], alpha=0.15, linewidth=0)
    (curve,) = axes.plot(places, heights, **{"linewidth": 2.5, "markersize": 8, **look})
    return curve


def draw_marks(axes: Axes, places: Sequence[float], rates: Sequence[Interval], **look: Any) -> None:
    """Shares in per cent as single marks with whiskers, where there is nothing between the places."""
    lows, heights, highs = _in_percent(rates)
    whiskers = [
        [height - low for height, low in zip(heights, lows, strict=True)],
        [high - height for high, height in zip(highs, heights, strict=True)],
    ]
    marks = {"markersize": 9, "capsize": 5, "linewidth": 2, **look, "linestyle": "none"}
    axes.errorbar(places, heights, yerr=whiskers, **marks)


def write_values(axes: Axes, values: Sequence[float], language: Language) -> None:
    """Ticks of a numeric axis as the language writes numbers; at the values themselves where they are whole."""
    if all(float(value).is_integer() for value in values) and len(values) <= 12:
        axes.set_xticks(_far_enough_apart(values))
    axes.xaxis.set_major_formatter(lambda x, at: language.numbers.with_decimal_sign(f"{x:g}"))


def _far_enough_apart(values: Sequence[float]) -> list[float]:
    """The values whose numbers do not run into each other, the last one among them."""
    least = _CLOSEST_TICKS * (max(values) - min(values))
    kept: list[float] = []
    for value in sorted(values, reverse=True):
        if not kept or kept[-1] - value >= least:
            kept.append(value)
    return kept[::-1]


def _in_percent(rates: Sequence[Interval]) -> tuple[list[float], list[float], list[float]]:
    lows, heights, highs = [], [], []
    for value, low, high in rates:
        lows.append(100 * (value if low is None else low))
        heights.append(100 * value)
        highs.append(100 * (value if high is None else high))
    return lows, heights, highs
