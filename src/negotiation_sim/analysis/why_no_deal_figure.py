"""The picture of `explain`: what removing each cause repairs to the right, what it breaks to the left."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Any

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.analysis.why_no_deal import WhyNoDeal
from negotiation_sim.analysis.why_no_deal_words import caption
from negotiation_sim.messages.language import ENGLISH, Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Dark and plain against light and hatched: told apart on a projector and in grey print.
_REPAIRS = {"color": "#1f4e79", "edgecolor": "black"}
_BREAKS = {"color": "#fdc086", "edgecolor": "black", "hatch": "///"}
_LEAST_REACH = 20.0
"""Per cent that each side of the picture shows at least."""
_MARGIN = 13.0
"""Per cent kept free beyond the longest whisker, for the number beside it."""


def why_no_deal_axes(why: WhyNoDeal, heading: str, language: Language = ENGLISH) -> Axes:
    """Draw the bars on a figure of their own; `axes.figure` is the figure.

    `heading` names what was played, in the language given.
    """
    from matplotlib.figure import Figure

    _, whole = language.gettext, language.numbers.whole

    figure = Figure(figsize=(10, 6), layout="constrained")
    axes = figure.add_subplot()
    figure.suptitle(fill(heading, 70), fontsize=16, x=0.01, ha="left", parse_math=False)
    figure.supxlabel(fill(caption(why, language), 92), fontsize=12, x=0.01, ha="left")
    rows = [row for row in (*why.applying, why.misperceptions) if row.applies]
    if not rows:
        axes.set_axis_off()
        axes.text(0.5, 0.5, _("None of the causes is in this scenario."), ha="center", fontsize=14)
        return axes
    heights = [float(place) for place in range(len(rows))]
    if why.misperceptions.applies:  # the last bar is several causes at once: a gap and a line set it apart
        heights[-1] += 0.6
        axes.axhline(heights[-1] - 0.8, color="#888888", linewidth=1, linestyle=":")
    broken = _("agreed runs broken, per cent of {agreed}").format(agreed=whole(why.agreed))
    repaired = _("failed runs repaired, per cent of {failed}").format(failed=whole(why.failed))
    left = _bars(axes, heights, [row.breaks for row in rows], -1, broken, _BREAKS)
    right = _bars(axes, heights, [row.repairs for row in rows], 1, repaired, _REPAIRS)
    axes.set_yticks(heights, [_(row.label) for row in rows])
    axes.invert_yaxis()
    axes.set_xlim(-max(left, _LEAST_REACH) - _MARGIN, max(right, _LEAST_REACH) + _MARGIN)
    axes.xaxis.set_major_formatter(lambda x, at: f"{abs(x):.0f}")
    axes.axvline(0, color="black", linewidth=1.2)
    axes.tick_params(labelsize=13)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", alpha=0.3)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2, fontsize=12, frameon=False)
    return axes


def _bars(
    axes: Axes,
    heights: list[float],
    shares: list[Interval | None],
    direction: int,
    label: str,
    look: dict[str, Any],
) -> float:
    """Bars to the right (direction 1) or the left (-1) of zero; returns how far they reach, in per cent."""
    lengths = [100 * direction * share.value if share else 0.0 for share in shares]
    axes.barh(heights, lengths, height=0.72, label=label, **look)
    reach = 0.0
    for height, share in zip(heights, shares, strict=True):
        if share is None or share.low is None or share.high is None:
            continue
        value, low, high = 100 * share.value, 100 * share.low, 100 * share.high
        inner, outer = (value - low, high - value) if direction > 0 else (high - value, value - low)
        axes.errorbar(direction * value, height, xerr=[[inner], [outer]], color="#888888", capsize=4)
        axes.annotate(
            f"{value:.0f}",
            (direction * high, height),
            xytext=(6 * direction, 0),
            textcoords="offset points",
            ha="left" if direction > 0 else "right",
            va="center",
            fontsize=12,
        )
        reach = max(reach, high)
    return reach
