"""The picture of `explain`: what removing each cause repairs to the right, what it breaks to the left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.analysis.why_no_deal import WhyNoDeal
from negotiation_sim.analysis.why_no_deal_words import caption
from negotiation_sim.figures.captions import joined, of_arm, point_shown
from negotiation_sim.figures.cells import Cells
from negotiation_sim.figures.style import LABEL, QUIET, SMALL, STRONG, WEAK, new_picture, tidy
from negotiation_sim.messages.language import ENGLISH, Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from negotiation_sim.sweeps.results import Results

MOST_RUNS = 2000
"""Runs of a point that are explained at most."""
_LEAST_REACH = 20.0
"""Per cent that each side of the picture shows at least."""
_MARGIN = 13.0
"""Per cent kept free beyond the longest whisker, for the number beside it."""


def why_no_deal_of(
    results: Results,
    point: int = 0,
    arm: str | None = None,
    title: str | None = None,
    language: Language = ENGLISH,
) -> Axes:
    """Explain a point of a sweep under an arm, and draw the bars; `axes.figure` is the figure.

    At most 2,000 runs are played, once as they were and once for each cause.
    """
    from negotiation_sim.analysis.why_no_deal import explain

    experiment = results.experiment
    arm = arm or next(iter(experiment.arms))
    runs = min(MOST_RUNS, int(Cells(results).runs([point], [arm])[1]) or MOST_RUNS)
    why = explain(experiment.cell(point, arm), runs, experiment.seed)
    scenario = experiment.title(language.code)
    heading = title or language.gettext("Why no deal? {scenario}").format(scenario=scenario)
    if title is None and len(experiment.arms) > 1:
        heading = of_arm(heading, experiment.arm_label(arm, language.code), language)
    return why_no_deal_axes(why, heading, language, point_shown(experiment, point, language))


def why_no_deal_axes(why: WhyNoDeal, heading: str, language: Language = ENGLISH, where: str = "") -> Axes:
    """Draw the bars on a figure of their own; `axes.figure` is the figure.

    `heading` names what was played, in the language given; `where` is a sentence of the caption on where in a
    design this stands.
    """
    _, whole = language.gettext, language.numbers.whole

    figure = new_picture(heading, joined(where, caption(why, language)))
    axes = figure.add_subplot()
    rows = [row for row in (*why.applying, why.misperceptions) if row.applies]
    if not rows:
        axes.set_axis_off()
        axes.text(0.5, 0.5, _("None of the causes is in this scenario."), ha="center", fontsize=LABEL)
        return axes
    heights = [float(place) for place in range(len(rows))]
    if why.misperceptions.applies:  # the last bar is several causes at once: a gap and a line set it apart
        heights[-1] += 0.6
        axes.axhline(heights[-1] - 0.8, color=QUIET, linewidth=1, linestyle=":")
    broken = _("agreed runs broken, per cent of {agreed}").format(agreed=whole(why.agreed))
    repaired = _("failed runs repaired, per cent of {failed}").format(failed=whole(why.failed))
    left = _bars(axes, heights, [row.breaks for row in rows], -1, broken, WEAK)
    right = _bars(axes, heights, [row.repairs for row in rows], 1, repaired, STRONG)
    axes.set_yticks(heights, [_(row.label) for row in rows])
    axes.invert_yaxis()
    axes.set_xlim(-max(left, _LEAST_REACH) - _MARGIN, max(right, _LEAST_REACH) + _MARGIN)
    axes.xaxis.set_major_formatter(lambda x, at: f"{abs(x):.0f}")
    axes.axvline(0, color="black", linewidth=1.2)
    tidy(axes, grid="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2, fontsize=SMALL, frameon=False)
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
            fontsize=SMALL,
        )
        reach = max(reach, high)
    return reach
