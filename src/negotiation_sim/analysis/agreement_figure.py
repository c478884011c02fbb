"""The main picture: agreement rate over the axis, one curve an arm, with bands; or bars where there is no axis."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Any

from negotiation_sim.experiments.axis_words import axis_label
from negotiation_sim.experiments.comparison import Comparison
from negotiation_sim.experiments.report import LEVEL
from negotiation_sim.messages.language import ENGLISH, Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Each pair of arms has a colour of its own lightness (dark, light, middling), and each arm its own mark and dashes:
# told apart on a projector and in grey print.
_COLOURS = ("#7f1010", "#3182bd", "#5f5f5f", "#74a14d", "#4a1486", "#d98324")
_LOOKS: tuple[dict[str, Any], ...] = tuple(
    {"color": _COLOURS[i // 2], "marker": mark, "linestyle": "-" if i % 2 else "--"}
    for i, mark in enumerate("os^DvPX*<>hd")
)


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
    for (name, points), look in zip(comparison.arms.items(), _LOOKS, strict=False):
        rates = [point.tally.agreement_rate for point in points]
        axes.fill_between(
            values,
            [100 * (rate.low or 0.0) for rate in rates],
            [100 * (rate.high or 0.0) for rate in rates],
            color=look["color"],
            alpha=0.15,
            linewidth=0,
        )
        heights = [100 * rate.value for rate in rates]
        label = fill(comparison.scenario.arm_label(name, language.code), 22)
        (curve,) = axes.plot(values, heights, linewidth=2.5, markersize=8, label=label, **look)
        curves.append((heights[-1], curve))
    # In the order in which the curves end, so that the eye finds the name beside its curve.
    curves.sort(key=lambda end_and_curve: end_and_curve[0], reverse=True)
    axes.legend(
        handles=[curve for _, curve in curves],
        loc="upper left",
        bbox_to_anchor=(1.0, 1.0),
        frameon=False,
        fontsize=13,
        labelspacing=1.0,
        handlelength=3.0,
        labelcolor="linecolor",
    )
    axes.set_xlabel(axis_label(path, language), fontsize=13)
    if all(float(value).is_integer() for value in values):
        axes.set_xticks(values)
    axes.xaxis.set_major_formatter(lambda x, at: language.numbers.with_decimal_sign(f"{x:g}"))
    return axes


def agreement_bars(axes: Axes, comparison: Comparison, language: Language = ENGLISH) -> Axes:
    """Draw one bar of the agreement rate for each arm (and value of an axis that is not numeric)."""
    labels, rates = [], []
    for name, points in comparison.arms.items():
        for point in points:
            label = comparison.scenario.arm_label(name, language.code)
            at = ", ".join(map(language.numbers.as_given, point.at.values()))
            labels.append(fill(f"{label}, {at}" if at and len(points) > 1 else label, 16))
            rates.append(point.tally.agreement_rate)
    heights = [100 * rate.value for rate in rates]
    errors = [
        [height - 100 * (rate.low or 0.0) for height, rate in zip(heights, rates, strict=True)],
        [100 * (rate.high or 0.0) - height for height, rate in zip(heights, rates, strict=True)],
    ]
    axes.bar(range(len(rates)), heights, yerr=errors, capsize=6, color="#67a9cf", edgecolor="black")
    axes.set_xticks(range(len(rates)), labels, fontsize=12)
    return axes


def agreement_axes(comparison: Comparison, language: Language = ENGLISH) -> Axes:
    """The picture of a comparison, with title, axes in words and a caption that says what it rests on."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(11, 6.5), layout="constrained")
    axes = figure.add_subplot()
    axis = comparison.axis
    numeric = axis is not None and len(axis[1]) > 1 and all(isinstance(v, int | float) for v in axis[1])
    draw = agreement_curves if numeric else agreement_bars
    draw(axes, comparison, language)
    axes.set_ylim(-1, 103)
    axes.set_ylabel(language.gettext("Negotiations that end in agreement, %"), fontsize=13)
    axes.set_title(fill(comparison.scenario.title(language.code), 70), fontsize=16, loc="left")
    axes.tick_params(labelsize=12)
    axes.grid(alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
    figure.supxlabel(fill(_caption(comparison, language), 130), fontsize=9.5, x=0.01, ha="left", color="#444444")
    return axes
