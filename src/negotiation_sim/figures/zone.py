"""The bargaining zone of two sides: all packages, the frontier, the classical solutions, and where the talks ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from negotiation_sim.figures.captions import joined, not_calibrated, of_arm, point_shown
from negotiation_sim.figures.plane_drawing import draw_solutions, draw_space, fit
from negotiation_sim.figures.run_ends import draw_run, draw_runs
from negotiation_sim.figures.style import LABEL, legend_beside, new_picture, tidy, wrapped
from negotiation_sim.figures.utility_plane import expected_plane, plane_of_run
from negotiation_sim.messages.language import ENGLISH, Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from negotiation_sim.sweeps.results import Results

DEFAULT_RUNS = 500


def zone_axes(
    results: Results,
    point: int = 0,
    arm: str | None = None,
    run: int | None = None,
    runs: int | None = None,
    sides: Sequence[str] | None = None,
    title: str | None = None,
    language: Language = ENGLISH,
) -> Axes:
    """Draw the plane of two sides (default: the first two) on a figure of its own; `axes.figure` is the figure.

    With `run`: the space of that run, and how it ends under `arm`, or under each arm where none is named. Otherwise:
    how the first `runs` runs (default 500) end under `arm`, over the space of the sides as they are written. The runs
    are played once more.
    """
    experiment = results.experiment
    arms = list(experiment.arms) if arm is None and run is not None else [arm or next(iter(experiment.arms))]
    runs = runs or DEFAULT_RUNS
    setting = results.setting(point, arms[0])
    one, other = sides or setting.roles[:2]
    seats = setting.roles.index(one), setting.roles.index(other)
    if run is None:
        plane = expected_plane(setting.case, seats)
    else:
        plane = plane_of_run(setting.case, seats, experiment.seed, run)
    heading = title or experiment.title(language.code)
    if title is None and len(arms) == 1:
        heading = of_arm(heading, experiment.arm_label(arms[0], language.code), language)
    caption = joined(
        point_shown(experiment, point, language),
        _of_runs(runs, experiment.seed, language) if run is None else _of_run(run, experiment.seed, language),
        _view(len(setting.roles), language) if len(setting.roles) > 2 else "",
        not_calibrated(language),
    )
    figure = new_picture(heading, caption)
    axes = figure.add_subplot()
    draw_space(axes, plane, len(setting.roles) == 2, language)
    if run is None:
        draw_runs(axes, results, point, arms[0], runs, (one, other), language)
    else:
        draw_run(axes, results, point, arms, run, (one, other), language)
    draw_solutions(axes, plane, language)
    fit(axes)
    for axis, role in ((axes.xaxis, one), (axes.yaxis, other)):
        # NOTE: beside an axis of utility: how good it is for a party
        label = language.gettext("Worth to {party} (utility, 0 to 1)")
        axis.set_label_text(
            wrapped(label.format(party=experiment.scenario.party_label(role, language.code)), 44), fontsize=LABEL
        )
        axis.set_major_formatter(lambda x, at: language.numbers.with_decimal_sign(f"{x:g}"))
    axes.set_aspect("equal")
    tidy(axes)
    legend_beside(axes, labelspacing=1.1)
    return axes


def _of_run(run: int, seed: int, language: Language) -> str:
    return language.gettext("Run {run} (seed {seed}).").format(run=run, seed=seed)


def _of_runs(runs: int, seed: int, language: Language) -> str:
    message = language.gettext(
        "{runs} runs (seed {seed}); packages, frontier and solutions are those of the sides as written, in each run "
        "preferences scatter around them."
    )
    return message.format(runs=language.numbers.whole(runs), seed=seed)


def _view(sides: int, language: Language) -> str:
    """What a plane can and cannot show of more than two sides."""
    return language.gettext("A view of {sides} sides: frontier and solutions are those of all of them.").format(
        sides=sides
    )
