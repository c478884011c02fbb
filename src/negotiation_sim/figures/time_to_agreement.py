"""How soon talks succeed: the share of negotiations that have ended in agreement by each round, a curve an arm."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from negotiation_sim.analysis.survival import TimeToAgreement, time_to_agreement
from negotiation_sim.experiments.report import LEVEL
from negotiation_sim.figures.captions import counted, joined, not_calibrated, point_shown
from negotiation_sim.figures.cells import Cells
from negotiation_sim.figures.style import LABEL, LOOKS, legend_beside, new_picture, tidy, wrapped
from negotiation_sim.messages.language import ENGLISH, Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from negotiation_sim.sweeps.results import Results

MOST_RUNS = 10_000
"""Runs of each arm that are played once more at most."""


def time_to_agreement_axes(
    results: Results,
    point: int = 0,
    arms: Sequence[str] | None = None,
    title: str | None = None,
    language: Language = ENGLISH,
) -> Axes:
    """Draw the curves on a figure of their own; `axes.figure` is the figure.

    Raises MissingLibrary without statsmodels.
    """
    from matplotlib.ticker import MaxNLocator

    experiment, cells = results.experiment, Cells(results)
    arms = list(arms or experiment.arms)
    runs = min(MOST_RUNS, *(cells.runs([point], [arm])[0] for arm in arms))
    curves = {arm: _curve(results, point, arm, runs) for arm in arms}
    message = language.gettext(
        "Cumulative incidence: who walks away can no longer agree; bands: {level} Wilson intervals, round by round."
    )
    caption = joined(
        point_shown(experiment, point, language),
        counted((runs, runs), experiment.seed, language),
        message.format(level=language.numbers.percent(LEVEL)),
        not_calibrated(language),
    )
    figure = new_picture(title or experiment.title(language.code), caption)
    axes = figure.add_subplot()
    end = max(int(curve.rounds[-1]) for curve in curves.values()) + 1
    for (arm, curve), look in zip(curves.items(), LOOKS, strict=False):
        places = [0, *map(int, curve.rounds), end]
        low, share, high = ([0.0, *(100 * part), 100 * part[-1]] for part in (curve.low, curve.share, curve.high))
        axes.fill_between(places, low, high, step="post", color=look["color"], alpha=0.15, linewidth=0)
        label = wrapped(experiment.arm_label(arm, language.code), 22)
        every = max(1, len(places) // 8)
        axes.plot(
            places, share, drawstyle="steps-post", linewidth=2.5, markersize=8, markevery=every, label=label, **look
        )
    axes.set_xlim(0, end)
    axes.set_ylim(-2, 102)
    axes.set_xlabel(language.gettext("Round"), fontsize=LABEL)
    axes.set_ylabel(language.gettext("Negotiations that have agreed by then, %"), fontsize=LABEL)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    tidy(axes)
    ends = sorted(axes.lines, key=lambda line: float(line.get_ydata()[-1]), reverse=True)  # type: ignore[index, arg-type]
    legend_beside(axes, handles=ends, handlelength=3.0, labelcolor="linecolor")
    return axes


def _curve(results: Results, point: int, arm: str, runs: int) -> TimeToAgreement:
    import numpy as np

    rows = results.rows(point, arm, range(runs))
    rounds, endings = (rows[:, results.columns.index(name)].astype(np.int64) for name in ("rounds", "ending"))
    return time_to_agreement(rounds, endings)
