"""Which factors matter: bars of sensitivity indices, a panel an arm, with a check whether the runs were enough."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from negotiation_sim.experiments.report import LEVEL
from negotiation_sim.figures.captions import joined, not_calibrated
from negotiation_sim.figures.cells import Cells
from negotiation_sim.figures.factor_words import factor_name
from negotiation_sim.figures.index_bars import Panel, panel_of, strongest_first
from negotiation_sim.figures.style import LABEL, QUIET, legend_beside, new_picture, tidy, wrapped
from negotiation_sim.messages.language import ENGLISH, Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from negotiation_sim.sweeps.results import Results

_ = str  # marks words for the message catalogues; they are translated where they are shown
PANELS_IN_A_ROW = 3
MANY_FACTORS = 12
"""More than so many stand closer together."""
_BAR = 0.38
"""Height of a bar; a factor has 1."""


def sensitivity_axes(
    results: Results, arms: Sequence[str] | None = None, title: str | None = None, language: Language = ENGLISH
) -> Axes:
    """Draw the indices of the agreement rate and return the first panel; `axes.figure` is the figure.

    Of a `saltelli` design these are first and total Sobol indices, of a `morris` design the mean size of the
    elementary effects and how much they differ. Open marks are the same from half of the runs: where they lie beyond
    the whiskers, the runs are too few. The factor that matters most stands first. Raises MissingLibrary without SALib.
    """
    experiment = results.experiment
    arms = list(arms or experiment.arms)
    runs = Cells(results).runs(range(len(experiment.points)), arms)[0]
    found = {experiment.arm_label(arm, language.code): panel_of(results, arm) for arm in arms}
    order = strongest_first(list(found.values()), len(experiment.factors))
    found = {arm: panel.in_order(order) for arm, panel in found.items()}
    many = len(order) > MANY_FACTORS
    paths = [experiment.factors[k].path for k in order]
    names = [wrapped(factor_name(experiment.scenario, path, language), 40 if many else 24) for path in paths]
    in_a_row = min(len(arms), PANELS_IN_A_ROW)
    bands = -(-len(arms) // in_a_row)
    figure = new_picture(
        title or experiment.title(language.code),
        _caption(results, found, runs, language),
        10.0 + 2.0 * (in_a_row > 1),
        max(7.5, bands * (1.0 + (0.36 if many else 0.6) * len(names)) + 3.0 + 0.2 * len(arms)),
    )
    grid: Any = figure.subplots(bands, in_a_row, sharex=True, sharey=True, squeeze=False)
    for axes in grid.flat[len(arms) :]:
        axes.set_axis_off()
    for axes, (arm, panel) in zip(grid.flat, found.items(), strict=False):
        _draw(axes, panel, language)
        axes.set_yticks(range(len(names)), names)
        axes.set_title(wrapped(arm, 30), fontsize=LABEL, loc="left")
        axes.axvline(0, color=QUIET, linewidth=1.2)
        axes.xaxis.set_major_formatter(lambda x, at: language.numbers.with_decimal_sign(f"{x:g}"))
        tidy(axes, grid="x")
    first: Axes = grid[0, 0]
    first.set_ylim(len(names) - 0.4, -0.6)
    words = _("Share of the variance of the agreement rate") if _is_sobol(results) else _("Change in agreement, points")
    for axes in grid[-1]:
        axes.set_xlabel(wrapped(language.gettext(words), 60 // in_a_row), fontsize=LABEL)
    shown = next((axes for axes in grid.flat if axes.containers), None)
    if shown is not None:
        handles, labels = shown.get_legend_handles_labels()
        legend_beside(grid[0, in_a_row - 1], handles=handles, labels=labels)
    return first


def _draw(axes: Axes, panel: Panel, language: Language) -> None:
    for shift, bars in zip((-_BAR / 2, _BAR / 2), panel.bars, strict=False):
        heights = [number + shift for number in range(len(bars.values))]
        axes.barh(
            heights,
            [interval.value for interval in bars.values],
            height=_BAR,
            label=wrapped(language.gettext(bars.label), 20),
            **bars.look,
        )
        for height, (value, low, high) in zip(heights, bars.values, strict=True):
            if low is not None and high is not None:
                axes.errorbar(value, height, xerr=[[value - low], [high - value]], color="#888888", capsize=5)
        if bars.halves:
            first = shift < 0
            axes.plot(
                bars.halves,
                heights,
                linestyle="none",
                marker="D",
                markersize=8 if len(bars.values) <= MANY_FACTORS else 6,
                markerfacecolor="white",
                markeredgecolor="black",
                markeredgewidth=1.5,
                label=wrapped(language.gettext("from half of the runs"), 20) if first else None,
                clip_on=False,
                zorder=5,
            )


def _is_sobol(results: Results) -> bool:
    return results.experiment.kind == "saltelli"


def _caption(results: Results, found: dict[str, Panel], runs: int, language: Language) -> str:
    experiment, whole = results.experiment, language.numbers.whole
    basis = language.gettext("{points} points, {runs} negotiations at each, the same luck at all (seed {seed}).")
    if _is_sobol(results):
        how = language.gettext(
            "First index: what a factor explains alone; total: also together with others; whiskers: {level} intervals."
        )
    else:
        how = language.gettext(
            "What moving a factor across its whole range changes: mean size, and how much that differs from place to "
            "place (standard deviation); whiskers: {level} intervals."
        )
    # NOTE: an arm, and why its indices are in doubt
    one = language.gettext("{arm}: {doubt}.")
    doubts = [one.format(arm=arm, doubt=panel.doubt) for arm, panel in found.items() if panel.doubt]
    enough = language.gettext("Enough runs: half of them give the same indices within the intervals.")
    return joined(
        basis.format(points=whole(len(experiment.points)), runs=whole(runs), seed=experiment.seed),
        how.format(level=language.numbers.percent(LEVEL)),
        *(doubts or [enough]),
        not_calibrated(language),
    )
