"""The cells of a heat map: colours, numbers, a hatch for losses, and lines of equal height."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.figures.style import SMALL
from negotiation_sim.messages.language import Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Numbers = Sequence[Sequence[Interval | None]]
"""Rows of cells, from below; None where a point has not been played."""


class Scale(NamedTuple):
    """How numbers become colours, and where lines of equal height run."""

    colours: str
    low: float
    high: float
    levels: tuple[float, ...]
    dashes: tuple[Any, ...]
    sign: str


def scale_of(numbers: Numbers, is_difference: bool) -> Scale:
    """The scale of rates, from 0 to 100 %, or that of differences, as far to both sides of zero as they reach."""
    if not is_difference:
        return Scale("YlGnBu", 0, 100, (25, 50, 75), (":", "--", "-"), "")
    largest = max((abs(100 * number.value) for row in numbers for number in row if number), default=0)
    reach = max(10.0, 10.0 * -(-largest // 10))
    return Scale("PuOr", -reach, reach, (-25, 0, 25), (":", "-", "--"), "+")


def includes_zero(number: Interval) -> bool:
    """Whether nobody can say if a difference is a gain or a loss."""
    return number.low is not None and number.high is not None and number.low <= 0.0 <= number.high


def draw_cells(axes: Axes, numbers: Numbers, scale: Scale) -> Any:
    """The colours, cells of one size with their middle at whole numbers; returns what a scale of colours is made of."""
    edges_x = [place - 0.5 for place in range(len(numbers[0]) + 1)]
    edges_y = [place - 0.5 for place in range(len(numbers) + 1)]
    return axes.pcolormesh(edges_x, edges_y, _heights(numbers), cmap=scale.colours, vmin=scale.low, vmax=scale.high)


def write_numbers(axes: Axes, image: Any, numbers: Numbers, scale: Scale) -> None:
    """Numbers in the middle of their cells, each with a rim of the cell's own colour where a line runs beneath."""
    from matplotlib.patheffects import withStroke

    shades = image.to_rgba(_heights(numbers))[:, :, :3]
    for row, line in enumerate(numbers):
        for column, number in enumerate(line):
            if number is None:
                continue
            shade = shades[row, column]
            is_dark = shade @ (0.299, 0.587, 0.114) < 0.5
            text = _rounded(100 * number.value, scale.sign)
            axes.annotate(
                f"({text})" if scale.sign and includes_zero(number) else text,
                (column, row),
                ha="center",
                va="center",
                fontsize=SMALL,
                zorder=5,
                color="white" if is_dark else "black",
                path_effects=[withStroke(linewidth=4, foreground=shade)],
            )


def hatch_losses(axes: Axes, numbers: Numbers) -> None:
    """Cells below zero get a hatch: in grey print both ends of the scale are equally dark."""
    from matplotlib.patches import Rectangle

    for row, line in enumerate(numbers):
        for column, number in enumerate(line):
            if number is not None and number.value < 0.0:
                corner = (column - 0.5, row - 0.5)
                axes.add_patch(Rectangle(corner, 1, 1, fill=False, hatch="//", edgecolor="#555555", linewidth=0))


def draw_lines(axes: Axes, numbers: Numbers, scale: Scale, language: Language) -> None:
    """Lines of equal height at the levels that the numbers cross, named above the map."""
    from matplotlib.lines import Line2D

    heights = _heights(numbers)
    crossed = [
        (level, dashes)
        for level, dashes in zip(scale.levels, scale.dashes, strict=True)
        if heights.min() + 0.5 < level < heights.max() - 0.5
    ]
    if not crossed:
        return
    levels, dashes = zip(*crossed, strict=True)
    axes.contour(
        range(heights.shape[1]),
        range(heights.shape[0]),
        heights,
        levels,
        colors="black",
        linestyles=dashes,
        linewidths=2,
    )
    # NOTE: in a legend: a line of equal height; "points": percentage points
    words = language.gettext("{level} points") if scale.sign else language.gettext("{level} %")
    handles: list[Any] = [
        Line2D(
            [], [], color="black", linewidth=2, linestyle=style, label=words.format(level=_rounded(level, scale.sign))
        )
        for level, style in crossed
    ]
    axes.legend(
        handles=handles, loc="lower left", bbox_to_anchor=(0, 1), ncols=3, frameon=False, fontsize=SMALL, handlelength=3
    )


def _heights(numbers: Numbers) -> Any:
    import numpy as np

    return np.ma.masked_invalid([[100 * number.value if number else np.nan for number in row] for row in numbers])


def _rounded(number: float, sign: str) -> str:
    """A number without decimals; a zero has no sign."""
    return f"{number:{sign}.0f}" if round(number) else "0"
