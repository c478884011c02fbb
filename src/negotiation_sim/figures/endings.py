"""The picture of a ladder: how disputes end, arm by arm: agreed in which stage, decided for them, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from negotiation_sim.experiments.axis_words import axis_name
from negotiation_sim.experiments.comparison import Comparison, Point
from negotiation_sim.figures.style import LABEL, SHADES, SMALL, legend_beside, new_picture, tidy, wrapped
from negotiation_sim.messages.language import ENGLISH, Language
from negotiation_sim.scenario import Scenario

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_NARROWEST_WITH_NUMBER = 4.0
"""Per cent that a part needs for its number to fit in."""


class _Part(NamedTuple):
    """A part of every bar: its name, its look, and its size in per cent of each arm's runs."""

    label: str
    colour: str
    hatch: str
    sizes: list[float]


def endings_axes(comparison: Comparison, language: Language = ENGLISH) -> Axes:
    """One bar an arm, at the point of the axis nearest to the value that the scenario is written with."""
    _, scenario = language.gettext, comparison.scenario
    index = _nearest_point(comparison)
    points = [points[index] for points in comparison.arms.values()]
    message = _("{runs} negotiations an arm, the same luck in every arm (seed {seed}). A model, not calibrated.")
    caption = message.format(runs=language.numbers.whole(comparison.runs), seed=comparison.seed)
    figure = new_picture(_title(comparison, index, language), caption, width=11, height=2.8 + 0.75 * len(points))
    axes = figure.add_subplot()
    left = [0.0] * len(points)
    for part in _parts(comparison, points, language):
        heights = range(len(points))
        axes.barh(
            heights,
            part.sizes,
            left=left,
            color=part.colour,
            hatch=part.hatch,
            edgecolor="black",
            label=wrapped(part.label, 30),
        )
        for height, size, start in zip(heights, part.sizes, left, strict=True):
            if size >= _NARROWEST_WITH_NUMBER:
                dark = part.colour in SHADES[:2]
                axes.annotate(
                    f"{size:.0f}",
                    (start + size / 2, height),
                    ha="center",
                    va="center",
                    fontsize=SMALL,
                    color="white" if dark else "black",
                    bbox=None if dark else {"facecolor": "white", "edgecolor": "none", "pad": 1.5},
                )
        left = [start + size for start, size in zip(left, part.sizes, strict=True)]
    names = [wrapped(scenario.arm_label(name, language.code), 26) for name in comparison.arms]
    axes.set_yticks(range(len(points)), names)
    axes.invert_yaxis()
    axes.set_xlim(0, 100)
    axes.set_xlabel(_("Negotiations, %"), fontsize=LABEL)
    tidy(axes, grid="x")
    axes.spines["left"].set_visible(False)
    legend_beside(axes)
    return axes


def _nearest_point(comparison: Comparison) -> int:
    axis = comparison.scenario.axis
    if axis is None:
        return 0
    written = _written(comparison.scenario, axis.path)
    if not isinstance(written, int | float) or not all(isinstance(value, int | float) for value in axis.values):
        return 0
    return min(range(len(axis.values)), key=lambda i: abs(float(str(axis.values[i])) - written))


def _written(scenario: Scenario, path: str) -> object:
    """The value that the scenario itself has at a path; of the first party where the path is of all."""
    first, *rest = path.split(".")
    value: object = scenario if first != "parties" else None
    if value is None:
        role, *rest = rest
        value = scenario.party(scenario.roles[0] if role == "*" else role)
    else:
        rest = [first, *rest]
    for part in rest:
        value = value.get(part) if isinstance(value, dict) else getattr(value, part, None)
    return value


def _title(comparison: Comparison, index: int, language: Language) -> str:
    title = comparison.scenario.title(language.code)
    axis = comparison.scenario.axis
    if axis is None:
        return title
    # NOTE: title of a picture: the scenario, and at which value of the axis it is shown
    return language.gettext("{scenario} ({axis}: {value})").format(
        scenario=title, axis=axis_name(axis.path, language), value=language.numbers.as_given(axis.values[index])
    )


def _parts(comparison: Comparison, points: list[Point], language: Language) -> list[_Part]:
    _, scenario = language.gettext, comparison.scenario
    stages = list(scenario.ladder.stages) if scenario.ladder else []
    parts: list[_Part] = []
    for number, stage in enumerate(stages, start=1):
        # NOTE: in a legend: agreement in a stage of the dispute
        label = _("agreed: {stage}").format(stage=scenario.stage_label(stage, language.code))
        sizes = [100.0 * point.tally.deals_in_stage(number) / point.tally.runs for point in points]
        parts.append(_Part(label, SHADES[min(len(parts), len(SHADES) - 1)], "", sizes))
    for label, endings, colour, hatch in (
        (_("award"), ("award",), "#fdae6b", "//"),
        (_("signed in part"), ("partial",), "#a1d99b", "xx"),
        (_("protocol of disagreements only"), ("protocol_only",), "#e5f5e0", ".."),
        (_("no agreement"), ("deadline", "walk_away"), "#969696", "\\\\"),
    ):
        sizes = [100.0 * sum(point.tally.endings[ending] for ending in endings) / point.tally.runs for point in points]
        parts.append(_Part(label, colour, hatch, sizes))
    return [part for part in parts if any(part.sizes)]
