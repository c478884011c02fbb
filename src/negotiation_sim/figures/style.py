"""The look that all pictures share: large type for a projector, colours that differ in lightness for grey print."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Sizes of type, in points.
TITLE = 16
LABEL = 13
SMALL = 12
"""Ticks, numbers and captions; nothing is smaller."""

WIDTH, HEIGHT = 10.0, 7.5
"""Inches of a picture; the shape of a projector."""

# Each pair of neighbours has a colour of its own lightness (dark, light, middling), and each its own mark and dashes.
_COLOURS = ("#7f1010", "#3182bd", "#5f5f5f", "#74a14d", "#4a1486", "#d98324")
LOOKS: tuple[dict[str, Any], ...] = tuple(
    {"color": _COLOURS[i // 2], "marker": mark, "linestyle": "-" if i % 2 else "--"}
    for i, mark in enumerate("os^DvPX*<>hd")
)
"""One look for each of up to twelve curves."""

# Dark and plain against light and hatched.
STRONG: dict[str, Any] = {"color": "#1f4e79", "edgecolor": "black"}
WEAK: dict[str, Any] = {"color": "#fdc086", "edgecolor": "black", "hatch": "///"}

SHADES = ("#08306b", "#2171b5", "#6baed6", "#9ecae1", "#c6dbef", "#deebf7")
"""From dark to light, for parts in an order."""

PALE, QUIET, FAINT = "#e3edf6", "#666666", "#b0b0b0"
"""An area behind the data; words and lines that are no data; data that only stand behind others."""


def new_picture(title: str, caption: str, width: float = WIDTH, height: float = HEIGHT) -> Figure:
    """An empty figure with its title above and its caption beneath."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    figure.suptitle(wrapped(title, 6.8 * width), fontsize=TITLE, x=0.01, ha="left")
    figure.supxlabel(wrapped(caption, 9.6 * width), fontsize=SMALL, x=0.01, ha="left", color="#333333")
    return figure


def wrapped(text: str, letters: float) -> str:
    """A text in lines of about so many letters, no word of it broken; a dollar sign in it stays a dollar sign."""
    return fill(text, int(letters), break_long_words=False, break_on_hyphens=False).replace("$", r"\$")


def tidy(axes: Axes, grid: str = "both") -> None:
    """Large ticks, a faint grid behind the data, and no frame above and to the right."""
    axes.tick_params(labelsize=SMALL)
    axes.grid(axis=grid, alpha=0.3)  # type: ignore[arg-type]
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)


def legend_beside(axes: Axes, **more: Any) -> None:
    """The names to the right of the data, where they hide nothing."""
    axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), **{**_PLAIN, **more})


def legend_in(axes: Axes, **more: Any) -> None:
    """The names alone, on axes that are kept free for them."""
    axes.set_axis_off()
    legend = axes.legend(loc="upper left", bbox_to_anchor=(0.0, 1.0), borderaxespad=0.0, **{**_PLAIN, **more})
    legend.set_in_layout(False)


_PLAIN: dict[str, Any] = {"frameon": False, "fontsize": SMALL, "labelspacing": 0.9}
