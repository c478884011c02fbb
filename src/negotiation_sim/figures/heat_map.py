"""Heat map of two factors: the agreement rate of an arm in every cell, or by how much two arms differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.experiments.report import LEVEL
from negotiation_sim.figures.captions import (
    counted,
    differences_with_intervals,
    fixed_at,
    joined,
    not_calibrated,
    of_arm,
)
from negotiation_sim.figures.cells import Cells, is_number, points_where, values_of
from negotiation_sim.figures.factor_words import factor_label, value_shown
from negotiation_sim.figures.heat_cells import (
    Numbers,
    draw_cells,
    draw_lines,
    hatch_losses,
    includes_zero,
    scale_of,
    write_numbers,
)
from negotiation_sim.figures.style import LABEL, SMALL, new_picture, wrapped
from negotiation_sim.messages.language import ENGLISH, Language
from negotiation_sim.scenario.model import Scenario

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from negotiation_sim.sweeps.results import Results

_ = str  # marks words for the message catalogues; they are translated where they are shown
MOST_WITH_NUMBERS = 12
"""Columns, and rows, up to which the number stands in each cell."""


def map_axes(
    results: Results,
    x: str,
    y: str,
    arm: str | None = None,
    difference: Sequence[str] | None = None,
    at: Mapping[str, object] | None = None,
    title: str | None = None,
    language: Language = ENGLISH,
) -> Axes:
    """Draw the map on a figure of its own; `axes.figure` is the figure.

    Every cell is as wide as the others, whatever the values. `difference` names two arms: the rate of the first minus
    that of the second, paired; otherwise the rates of `arm` (the first arm) are shown. Lines run at 25, 50 and 75 %,
    or, for a difference, at -25, 0 and 25 points, where both factors have numbers. `at` fixes all other factors.
    """
    experiment, cells, at = results.experiment, Cells(results), dict(at or {})
    points = points_where(experiment, at)
    arms = list(difference or [arm or next(iter(experiment.arms))])
    columns, rows = values_of(experiment, points, x), values_of(experiment, points, y)
    found = {(experiment.points[i][x], experiment.points[i][y]): _number(cells, i, arms) for i in points}
    numbers = [[found.get((column, row)) for column in columns] for row in rows]
    scale = scale_of(numbers, len(arms) == 2)
    few = max(len(columns), len(rows)) <= MOST_WITH_NUMBERS
    names = [experiment.arm_label(name, language.code) for name in arms]
    caption = joined(
        fixed_at(experiment.scenario, at, language),
        counted(cells.runs(points, arms), experiment.seed, language),
        differences_with_intervals(language) if difference else _widest(numbers, language),
        _how_to_read(numbers, few, language) if difference else "",
        not_calibrated(language),
    )
    figure = new_picture(title or _title(experiment.title(language.code), names, language), caption)
    axes = figure.add_subplot()
    image = draw_cells(axes, numbers, scale)
    if few:
        write_numbers(axes, image, numbers, scale)
    if difference:
        hatch_losses(axes, numbers)
    if all(map(is_number, (*columns, *rows))) and min(len(columns), len(rows)) > 1:
        draw_lines(axes, numbers, scale, language)
    _write_values(axes, experiment.scenario, (x, y), (columns, rows), language)
    bar = figure.colorbar(image, ax=axes, pad=0.02)
    # NOTE: beside the scale of colours of a map of differences
    words = _("Difference, percentage points") if difference else _("Negotiations that end in agreement, %")
    bar.set_label(language.gettext(words), fontsize=LABEL)
    bar.ax.tick_params(labelsize=SMALL)
    return axes


def _number(cells: Cells, point: int, arms: Sequence[str]) -> Interval | None:
    return cells.rate(point, arms[0]) if len(arms) == 1 else cells.difference(point, arms[0], arms[1])


def _title(title: str, names: Sequence[str], language: Language) -> str:
    if len(names) == 1:
        return of_arm(title, names[0], language)
    # NOTE: title of a picture: the experiment, and whose rate less whose is shown
    message = language.gettext("{experiment}: {arm} minus {other}")
    return message.format(experiment=title, arm=names[0], other=names[1])


def _widest(numbers: Numbers, language: Language) -> str:
    """How sure the rates are: the cells have no room for intervals."""
    known = [number for row in numbers for number in row if number]
    widths = [number.high - number.low for number in known if number.high is not None and number.low is not None]
    message = language.gettext("{level} Wilson intervals are at most {points} points wide.")
    return message.format(
        level=language.numbers.percent(LEVEL), points=language.numbers.decimal(100 * max(widths, default=0.0), 1)
    )


def _how_to_read(numbers: Numbers, with_numbers: bool, language: Language) -> str:
    """What the marks of a map of differences mean, as far as there are any."""
    known = [number for row in numbers for number in row if number]
    hatched = language.gettext("Hatched: below zero.") if any(number.value < 0.0 for number in known) else ""
    unsure = with_numbers and any(includes_zero(number) for number in known)
    return joined(hatched, language.gettext("In brackets: the interval includes zero.") if unsure else "")


def _write_values(
    axes: Axes,
    scenario: Scenario,
    paths: tuple[str, str],
    values: tuple[list[object], list[object]],
    language: Language,
) -> None:
    for axis, path, of_axis, letters in zip((axes.xaxis, axes.yaxis), paths, values, (70, 45), strict=True):
        places = range(0, len(of_axis), -(-len(of_axis) // MOST_WITH_NUMBERS))
        words = [wrapped(value_shown(of_axis[place], language), 14) for place in places]
        axis.set_ticks(list(places), words, fontsize=SMALL)
        axis.set_label_text(wrapped(factor_label(scenario, path, language), letters), fontsize=LABEL)
    axes.spines[:].set_visible(False)
