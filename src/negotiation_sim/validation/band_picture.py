"""Bands that were observed, a panel for each, and where disputes of the model lie beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from negotiation_sim.analysis.intervals import Interval

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class Point(NamedTuple):
    """A share with its interval in the row `place` (a little off it, where a row has several), of a `kind`."""

    place: float
    kind: int
    found: Interval


class Panel(NamedTuple):
    """What is counted, the band of it that was observed, and the model's points."""

    title: str
    band: tuple[float, float]
    points: Sequence[Point]


def band_picture(title: str, caption: str, names: Sequence[str], panels: Sequence[Panel]) -> Figure:
    """One panel beside the other, the rows named at the left."""
    from negotiation_sim.figures.style import LABEL, LOOKS, PALE, SMALL, new_picture, tidy, wrapped

    figure = new_picture(title, caption, width=13.0, height=6.5)
    all_axes = figure.subplots(1, len(panels), sharey=True, sharex=True, squeeze=False)[0]
    for axes, panel in zip(all_axes, panels, strict=True):
        axes.axvspan(*panel.band, color=PALE)
        for place, kind, (value, low, high) in panel.points:
            look = LOOKS[2 * kind]
            ends = [[value - (value if low is None else low)], [(value if high is None else high) - value]]
            axes.errorbar(value, place, xerr=ends, fmt="os"[kind], color=look["color"], markersize=8, capsize=4)
        axes.set_title(wrapped(panel.title, 22), fontsize=LABEL)
        axes.set_xlim(-0.03, 1.03)
        axes.set_xticks([0.0, 0.5, 1.0])
        tidy(axes, "x")
    all_axes[0].set_yticks(range(len(names)), [wrapped(name, 22) for name in names], fontsize=SMALL)
    all_axes[0].set_ylim(len(names) - 0.5, -0.5)
    return figure
