"""Agreement rate over a numeric factor, a curve an arm, and beneath it by how much each arm differs from the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from negotiation_sim.figures.captions import (
    counted,
    differences_with_intervals,
    fixed_at,
    joined,
    not_calibrated,
    rates_with_intervals,
)
from negotiation_sim.figures.cells import Cells, by_setting, points_where
from negotiation_sim.figures.curve_family import Family
from negotiation_sim.figures.factor_words import factor_label, factor_name, settings_shown
from negotiation_sim.figures.style import LABEL, WIDTH, legend_in, new_picture, wrapped
from negotiation_sim.messages.language import ENGLISH, Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from negotiation_sim.sweeps.results import Results

PANELS_IN_A_ROW = 3


def curves_axes(
    results: Results,
    x: str,
    arms: Sequence[str] | None = None,
    panel: str | None = None,
    at: Mapping[str, object] | None = None,
    title: str | None = None,
    language: Language = ENGLISH,
) -> Axes:
    """Draw the curves on a figure of their own and return the first panel; `axes.figure` is the figure.

    A panel shows one value of the factor `panel`. Factors that are neither `x` nor `panel` nor fixed by `at` make
    further curves: one an arm and setting, each named while there are few, else thin and named by arm. Nothing is
    averaged over. With two arms or more, a second row shows the paired differences from the first arm.
    """
    experiment, cells = results.experiment, Cells(results)
    arms, at = list(arms or experiment.arms), dict(at or {})
    points = points_where(experiment, at)
    rest = [factor.path for factor in experiment.factors if factor.path not in (x, panel, *at)]
    family = Family(results, cells, x, arms, list(by_setting(experiment, points, rest)), language)
    panels = by_setting(experiment, points, [panel] if panel else [])
    caption = joined(
        fixed_at(experiment.scenario, at, language),
        counted(cells.runs(points, arms), experiment.seed, language),
        rates_with_intervals(language) if family.is_named else "",
        differences_with_intervals(language) if len(arms) > 1 else "",
        _what_tells_apart(results, rest, family.is_named, language) if rest else "",
        not_calibrated(language),
    )
    in_a_row = min(len(panels), PANELS_IN_A_ROW)
    bands, kinds = -(-len(panels) // in_a_row), min(len(arms), 2)
    figure = new_picture(
        title or experiment.title(language.code),
        caption,
        WIDTH + 2.0 * (in_a_row > 1),
        7.5 if bands == 1 else 4.5 * bands,
    )
    grid: Any = figure.subplots(
        bands * kinds,
        in_a_row + 1,
        sharex=True,
        sharey="row",
        squeeze=False,
        height_ratios=[2.0, 1.2][:kinds] * bands,
        width_ratios=[1.0] * in_a_row + [0.4 * in_a_row],
    )
    for place in range(bands * in_a_row):
        band, column = divmod(place, in_a_row)
        column_of_axes = [grid[band * kinds + kind, column] for kind in range(kinds)]
        if place >= len(panels):
            for empty in column_of_axes:
                empty.set_axis_off()
            continue
        setting, within = list(panels.items())[place]
        family.draw_rates(column_of_axes[0], within)
        if setting:
            heading = wrapped(settings_shown(experiment.scenario, dict(setting), language), 30)
            column_of_axes[0].set_title(heading, fontsize=LABEL, loc="left")
        if kinds == 2:
            family.draw_differences(column_of_axes[1], within)
        if place + in_a_row >= len(panels):
            label = (factor_label if in_a_row == 1 else factor_name)(experiment.scenario, x, language)
            column_of_axes[-1].set_xlabel(wrapped(label, 66 / in_a_row), fontsize=LABEL)
            column_of_axes[-1].tick_params(labelbottom=True)
    _name_heights(grid[:, 0], kinds, len(panels), experiment.arm_label(arms[0], language.code), language)
    _name_curves(grid[:, -1], family)
    figure.align_ylabels(grid[:, 0])
    first: Axes = grid[0, 0]
    return first


def _name_heights(column: Any, kinds: int, panels: int, first: str, language: Language) -> None:
    """What the heights are, beside the first panel of each row."""
    rates = (
        language.gettext("Agreement, %") if panels > 1 else language.gettext("Negotiations that end in agreement, %")
    )
    # NOTE: beside an axis of differences between arms; "points": percentage points
    differences = language.gettext("Difference from {arm}, points").format(arm=first)
    for number, axes in enumerate(column):
        axes.set_ylabel(wrapped(differences, 18) if number % kinds else wrapped(rates, 26), fontsize=LABEL)


def _name_curves(column: Any, family: Family) -> None:
    """The legend, in a column that is kept free for it: however long it is, it does not squeeze the panels."""
    for axes in column[1:]:
        axes.set_axis_off()
    legend_in(column[0], handles=family.handles(), handlelength=2.8, labelcolor="linecolor")


def _what_tells_apart(results: Results, rest: Sequence[str], is_named: bool, language: Language) -> str:
    """Which factors the curves of an arm differ in."""
    names = language.gettext(", ").join(factor_name(results.experiment.scenario, path, language) for path in rest)
    if is_named:
        return language.gettext("In brackets beside each curve: {factors}.").format(factors=names)
    return language.gettext("Thin curves: one for each setting of {factors}.").format(factors=names)
