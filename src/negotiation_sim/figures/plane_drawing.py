"""Draws a utility plane: packages, frontier, what both sides would rather have than no deal, and the solutions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiation_sim.concepts import Floats
from negotiation_sim.figures.style import FAINT, PALE, QUIET, wrapped
from negotiation_sim.figures.utility_plane import Plane
from negotiation_sim.messages.language import Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LETTERS = 24
"""Width of the legend."""
_MARK: dict[str, Any] = {"linestyle": "none", "markeredgecolor": "black", "markeredgewidth": 1.3}


def draw_space(axes: Axes, plane: Plane, is_whole: bool, language: Language) -> None:
    """All packages and the frontier: a line where the plane is the whole space, points where it is a view of it."""
    from matplotlib.patches import Rectangle

    x, y = map(float, plane.disagreement)
    words = language.gettext("better for both than no deal")
    axes.add_patch(Rectangle((x, y), 2, 2, facecolor=PALE, edgecolor="none", zorder=0, label=wrapped(words, LETTERS)))
    words = language.gettext("packages")
    across, up = plane.packages.T
    axes.scatter(across, up, s=5, color=FAINT, linewidths=0, label=wrapped(words, LETTERS), rasterized=True)
    across, up = plane.frontier[plane.frontier[:, 0].argsort()].T
    words = language.gettext("Pareto frontier")
    if is_whole:
        axes.plot(across, up, color="black", linewidth=1.5, marker=".", markersize=6, label=wrapped(words, LETTERS))
    else:
        axes.scatter(
            across, up, s=14, facecolors="none", edgecolors=QUIET, linewidths=0.7, label=wrapped(words, LETTERS)
        )


def draw_solutions(axes: Axes, plane: Plane, language: Language) -> None:
    """Where the sides stand without a deal, and what Nash and Kalai and Smorodinsky would have them sign."""
    marks: list[tuple[Floats | None, dict[str, Any], str]] = [
        (plane.nash, {"marker": "*", "markersize": 20, "color": "#ffd24d"}, language.gettext("Nash solution")),
        (
            plane.kalai_smorodinsky,
            {"marker": "D", "markersize": 9, "color": "#ffd24d"},
            language.gettext("Kalai-Smorodinsky solution"),
        ),
        (
            plane.disagreement,
            {"marker": "P", "markersize": 13, "color": "black", "markeredgecolor": "white"},
            language.gettext("no deal (reservation values)"),
        ),
    ]
    for place, look, words in marks:
        if place is not None:
            axes.plot([place[0]], [place[1]], label=wrapped(words, LETTERS), zorder=6, **{**_MARK, **look})


def fit(axes: Axes) -> None:
    """Limits that hold all that is drawn but the area of what is better than no deal, which has no end."""
    drawn: list[Any] = [line.get_xydata() for line in axes.lines] + [
        points.get_offsets() for points in axes.collections
    ]
    places = [place for some in drawn for place in some]
    for limit, part in ((axes.set_xlim, 0), (axes.set_ylim, 1)):
        limit(min(place[part] for place in places) - 0.03, max(place[part] for place in places) + 0.03)
