"""Small multiples: the agreement rate over one factor, a panel for each value of another, all on the same axes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from negotiation_sim.figures.captions import (
    counted,
    fixed_at,
    joined,
    not_calibrated,
    rates_with_intervals,
)
from negotiation_sim.figures.cells import Cells, is_number, points_where, values_of
from negotiation_sim.figures.factor_words import factor_label, factor_name, settings_shown, value_shown
from negotiation_sim.figures.rate_curve import draw_curve, draw_marks, write_values
from negotiation_sim.figures.style import LABEL, LOOKS, WIDTH, legend_beside, new_picture, tidy, wrapped
from negotiation_sim.messages.language import ENGLISH, Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from negotiation_sim.sweeps.results import Results

PANELS_IN_A_ROW = 3


def multiples_axes(
    results: Results,
    x: str,
    panel: str,
    arms: Sequence[str] | None = None,
    at: Mapping[str, object] | None = None,
    title: str | None = None,
    language: Language = ENGLISH,
) -> Axes:
    """Draw a panel for each value of the factor `panel` and return the first; `axes.figure` is the figure.

    `x` may have numbers or words; words stand side by side and are not joined by lines. `at` fixes all other factors.
    """
    experiment, cells = results.experiment, Cells(results)
    arms, at = list(arms or experiment.arms), dict(at or {})
    points = points_where(experiment, at)
    values, words = values_of(experiment, points, x), values_of(experiment, points, panel)
    caption = joined(
        fixed_at(experiment.scenario, at, language),
        counted(cells.runs(points, arms), experiment.seed, language),
        rates_with_intervals(language),
        not_calibrated(language),
    )
    in_a_row = 2 if len(words) == 4 else min(len(words), PANELS_IN_A_ROW)
    bands = -(-len(words) // in_a_row)
    figure = new_picture(
        title or experiment.title(language.code), caption, WIDTH + 2.0 * (in_a_row > 1), max(7.0, 3.2 * bands + 2.5)
    )
    grid: Any = figure.subplots(bands, in_a_row, sharex=True, sharey=True, squeeze=False)
    for axes, word in zip(grid.flat, words, strict=False):
        within = points_where(experiment, {**at, panel: word})
        _draw_panel(axes, results, cells, x, values, within, arms, language)
        axes.set_title(
            wrapped(settings_shown(experiment.scenario, {panel: word}, language), 32), fontsize=LABEL, loc="left"
        )
    for axes in grid.flat[len(words) :]:
        axes.set_axis_off()
    for column in range(min(in_a_row, len(words))):
        lowest = grid[(len(words) - 1 - column) // in_a_row, column]
        lowest.tick_params(labelbottom=True)
    figure.supylabel(language.gettext("Negotiations that end in agreement, %"), fontsize=LABEL)
    label = (factor_label if in_a_row == 1 else factor_name)(experiment.scenario, x, language)
    for column in range(in_a_row):
        grid[(len(words) - 1 - column) // in_a_row, column].set_xlabel(wrapped(label, 70 // in_a_row), fontsize=LABEL)
    if len(arms) > 1:
        legend_beside(grid[0, in_a_row - 1], handlelength=3.0, labelcolor="linecolor")
    first: Axes = grid[0, 0]
    return first


def _draw_panel(
    axes: Axes,
    results: Results,
    cells: Cells,
    x: str,
    values: Sequence[object],
    within: Sequence[int],
    arms: Sequence[str],
    language: Language,
) -> None:
    experiment = results.experiment
    numeric = all(map(is_number, values))
    of_value = {experiment.points[number][x]: number for number in within}
    for number, (arm, look) in enumerate(zip(arms, LOOKS, strict=False)):
        shift = 0.0 if numeric else 0.5 * ((number + 0.5) / len(arms) - 0.5)
        found = [
            (float(str(value)) if numeric else place + shift, cells.rate(of_value[value], arm))
            for place, value in enumerate(values)
            if value in of_value
        ]
        known = [(place, rate) for place, rate in found if rate is not None]
        label = wrapped(experiment.arm_label(arm, language.code), 20)
        draw: Any = draw_curve if numeric else draw_marks
        draw(axes, [place for place, _ in known], [rate for _, rate in known], label=label, **look)
    axes.set_ylim(-2, 102)
    tidy(axes)
    if numeric:
        write_values(axes, [float(str(value)) for value in values], language)
    else:
        axes.set_xticks(range(len(values)), [wrapped(value_shown(value, language), 12) for value in values])
