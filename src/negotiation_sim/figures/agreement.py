"""The main picture: agreement rate over the axis, one curve an arm, with bands; or bars where there is no axis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiation_sim.experiments.axis_words import axis_label
from negotiation_sim.experiments.comparison import Comparison
from negotiation_sim.experiments.report import LEVEL
from negotiation_sim.figures.rate_curve import draw_curve, write_values
from negotiation_sim.figures.style import LABEL, LOOKS, STRONG, legend_beside, new_picture, tidy, wrapped
from negotiation_sim.messages.language import ENGLISH, Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def _caption(comparison: Comparison, language: Language) -> str:
    message = language.gettext(
        "{runs} negotiations a point and arm, the same luck in every arm (seed {seed}); bands: {level} Wilson "
        "intervals. A model, not calibrated to field data: read signs and order, not sizes."
    )
    return message.format(
        runs=language.numbers.whole(comparison.runs),
        seed=comparison.seed,
        level=language.numbers.percent(LEVEL),
    )


def agreement_curves(axes: Axes, comparison: Comparison, language: Language = ENGLISH) -> Axes:
    """Draw one curve of agreement rates an arm over a numeric axis."""
    assert comparison.axis is not None
    path = comparison.axis[0]
    values: Any = comparison.axis[1]
    curves: list[tuple[float, Any]] = []
    for (name, points), look in zip(comparison.arms.items(), LOOKS, strict=False):
        rates = [point.tally.agreement_rate for point in points]
        label = wrapped(comparison.scenario.arm_label(name, language.code), 22)
        curves.append((rates[-1].value, draw_curve(axes, values, rates, label=label, **look)))
    # In the order in which the curves end, so that the eye finds the name beside its curve.
    curves.sort(key=lambda end_and_curve: end_and_curve[0], reverse=True)
    legend_beside(axes, handles=[curve for _, curve in curves], handlelength=3.0, labelcolor="linecolor")
    axes.set_xlabel(axis_label(path, language), fontsize=LABEL)
    write_values(axes, values, language)
    return axes


def agreement_bars(axes: Axes, comparison: Comparison, language: Language = ENGLISH) -> Axes:
    """Draw one bar of the agreement rate for each arm (and value of an axis that is not numeric)."""
    labels, rates = [], []
    for name, points in comparison.arms.items():
        for point in points:
            label = comparison.scenario.arm_label(name, language.code)
            at = language.gettext(", ").join(map(language.numbers.as_given, point.at.values()))
            labels.append(wrapped(f"{label}, {at}" if at and len(points) > 1 else label, 16))
            rates.append(point.tally.agreement_rate)
    heights = [100 * rate.value for rate in rates]
    errors = [
        [height - 100 * (rate.low or 0.0) for height, rate in zip(heights, rates, strict=True)],
        [100 * (rate.high or 0.0) - height for height, rate in zip(heights, rates, strict=True)],
    ]
    axes.bar(range(len(rates)), heights, yerr=errors, capsize=6, ecolor="#888888", **STRONG)
    axes.set_xticks(range(len(rates)), labels)
    return axes


def agreement_axes(comparison: Comparison, language: Language = ENGLISH) -> Axes:
    """The picture of a comparison, with title, axes in words and a caption that says what it rests on."""
    title = comparison.scenario.title(language.code)
    figure = new_picture(title, _caption(comparison, language), width=11, height=7)
    axes = figure.add_subplot()
    axis = comparison.axis
    numeric = axis is not None and len(axis[1]) > 1 and all(isinstance(v, int | float) for v in axis[1])
    draw = agreement_curves if numeric else agreement_bars
    draw(axes, comparison, language)
    axes.set_ylim(-1, 103)
    axes.set_ylabel(language.gettext("Negotiations that end in agreement, %"), fontsize=LABEL)
    tidy(axes)
    return axes
