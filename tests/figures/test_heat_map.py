"""The map shows a number for each pair of values, and tells gains from losses without colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import QuadMesh
from matplotlib.patches import Rectangle

from negotiation_sim.figures.cells import Cells
from negotiation_sim.figures.heat_map import MOST_WITH_NUMBERS, map_axes

QUALITY, SKILL = "communication.quality", "mediator.skill"


def heights(axes: Axes) -> Any:
    (mesh,) = [found for found in axes.collections if isinstance(found, QuadMesh)]
    return np.ma.asarray(mesh.get_array()).reshape(len(axes.get_yticks()), len(axes.get_xticks()))


def numbers(axes: Axes) -> dict[tuple[float, float], str]:
    return {tuple(text.xy): text.get_text() for text in axes.texts}  # type: ignore[attr-defined]


def hatched(axes: Axes) -> set[tuple[float, float]]:
    return {patch.get_xy() for patch in axes.patches if isinstance(patch, Rectangle) and patch.get_hatch()}


def test_every_cell_has_its_rate(two_factors: Any) -> None:
    axes = map_axes(two_factors, QUALITY, SKILL, arm="interests")
    cells, experiment = Cells(two_factors), two_factors.experiment
    for point, settings in enumerate(experiment.points):
        column, row = [0.2, 0.4, 0.6, 0.8].index(settings[QUALITY]), [0, 0.5, 1].index(settings[SKILL])
        rate = cells.rate(point, "interests")
        assert rate is not None
        assert heights(axes)[row, column] == pytest.approx(100 * rate.value)
        assert numbers(axes)[column, row] == f"{100 * rate.value:.0f}"
    assert [label.get_text() for label in axes.get_xticklabels()] == ["0.2", "0.4", "0.6", "0.8"]


def test_the_caption_says_how_wide_the_intervals_are(two_factors: Any, caption_of: Callable[[Axes], str]) -> None:
    summary = two_factors.summary[two_factors.summary.arm == "alone"]
    widest = 100 * (summary.high - summary.low).max()
    caption = caption_of(map_axes(two_factors, QUALITY, SKILL))
    assert f"95% Wilson intervals are at most {widest:.1f} points wide." in caption
    assert "400 negotiations" in caption


def test_the_first_arm_is_shown_where_none_is_named(two_factors: Any) -> None:
    assert map_axes(two_factors, QUALITY, SKILL).get_figure(root=True).get_suptitle() == "An experiment: alone"


def test_lines_of_equal_height_are_those_that_are_crossed(results_of: Callable[..., Any]) -> None:
    results = results_of({QUALITY: [0.0, 0.5, 1.0], SKILL: [0.0, 1.0]}, lambda settings, arm: 0.6 * settings[QUALITY])
    legend = map_axes(results, QUALITY, SKILL).get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["25 %", "50 %"]


def test_a_difference_is_first_minus_second_and_losses_are_hatched(
    results_of: Callable[..., Any], caption_of: Callable[[Axes], str]
) -> None:
    def crossing(settings: Any, arm: str) -> float:
        return 0.5 if arm == "alone" else float(settings[QUALITY])

    results = results_of({QUALITY: [0.1, 0.5, 0.9], SKILL: [0.0, 1.0]}, crossing)
    axes = map_axes(results, QUALITY, SKILL, difference=["interests", "alone"])
    difference = Cells(results).difference(0, "interests", "alone")
    assert difference is not None
    assert heights(axes)[0, 0] == pytest.approx(100 * difference.value)
    assert numbers(axes)[0, 0] == f"{100 * difference.value:+.0f}"
    assert numbers(axes)[1, 0] == "(0)"  # the interval includes zero
    assert numbers(axes)[2, 0].startswith("+")
    assert "Hatched: below zero. In brackets: the interval includes zero." in caption_of(axes)
    assert hatched(axes) == {(-0.5, -0.5), (-0.5, 0.5)}
    mesh = next(found for found in axes.collections if isinstance(found, QuadMesh))
    assert mesh.norm.vmin == -mesh.norm.vmax  # type: ignore[operator]


def test_many_cells_have_no_numbers(results_of: Callable[..., Any]) -> None:
    many = [round(k / 20, 2) for k in range(MOST_WITH_NUMBERS + 1)]
    axes = map_axes(results_of({QUALITY: many, SKILL: [0, 1]}), QUALITY, SKILL)
    assert not axes.texts
    assert len(axes.get_xticks()) <= MOST_WITH_NUMBERS


def test_words_have_cells_but_no_lines(results_of: Callable[..., Any]) -> None:
    strategies = ["position_based", "interest_based"]
    axes = map_axes(
        results_of({QUALITY: [0.0, 0.5, 1.0], "parties.unions.strategy": strategies}),
        QUALITY,
        "parties.unions.strategy",
    )
    assert [label.get_text() for label in axes.get_yticklabels()] == ["positions", "interests"]
    assert axes.get_legend() is None


def test_a_cell_that_was_not_played_stays_empty(results_of: Callable[..., Any]) -> None:
    results = results_of({QUALITY: [0.0, 0.5, 1.0], SKILL: [0.0, 1.0]})
    results.summary = results.summary[results.summary.point != 3]
    axes = map_axes(results, QUALITY, SKILL)
    assert np.ma.getmaskarray(heights(axes)).sum() == 1
    assert len(axes.texts) == 5
