"""Curves show the rates and the paired differences of the results, each where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from matplotlib.axes import Axes

from negotiation_sim.figures.cells import Cells
from negotiation_sim.figures.curve_family import MOST_NAMED
from negotiation_sim.figures.curves import curves_axes
from negotiation_sim.messages.language import Language

QUALITY = "communication.quality"


def panels(axes: Axes) -> list[Axes]:
    return [one for one in axes.get_figure(root=True).axes if one.axison]


def test_each_arm_is_a_curve_of_its_rates(two_factors: Any) -> None:
    axes = curves_axes(two_factors, QUALITY, at={"mediator.skill": 0.5})
    cells = Cells(two_factors)
    assert len(axes.lines) == 3
    for line, arm in zip(axes.lines, two_factors.experiment.arms, strict=True):
        assert list(line.get_xdata()) == [0.2, 0.4, 0.6, 0.8]
        rates = [cells.rate(point, arm) for point in (1, 4, 7, 10)]
        assert list(line.get_ydata()) == pytest.approx([100 * rate.value for rate in rates])


def test_bands_are_the_intervals(two_factors: Any) -> None:
    axes = curves_axes(two_factors, QUALITY, ["alone"], at={"mediator.skill": 0})
    (band,) = axes.collections
    heights = band.get_paths()[0].vertices[:, 1]
    rate = Cells(two_factors).rate(0, "alone")
    assert rate is not None
    assert rate.low is not None
    assert heights.min() == pytest.approx(100 * rate.low)


def test_beneath_stand_the_paired_differences_from_the_first_arm(two_factors: Any) -> None:
    axes = curves_axes(two_factors, QUALITY, ["with mediator", "alone"], at={"mediator.skill": 1})
    _, beneath = panels(axes)
    zero, difference = beneath.lines
    assert set(zero.get_ydata()) == {0}
    shown = Cells(two_factors).difference(11, "alone", "with mediator")
    assert shown is not None
    assert shown.value < 0  # with a skilled mediator more agree
    assert difference.get_ydata()[-1] == pytest.approx(100 * shown.value)
    assert "Difference from with mediator" in " ".join(beneath.get_ylabel().split())


def test_one_arm_has_no_differences(two_factors: Any, caption_of: Callable[[Axes], str]) -> None:
    axes = curves_axes(two_factors, QUALITY, ["alone"], at={"mediator.skill": 1})
    assert panels(axes) == [axes]
    assert "Tango" not in caption_of(axes)


def test_a_factor_as_panel_gets_a_column_for_each_value(two_factors: Any) -> None:
    axes = curves_axes(two_factors, QUALITY, panel="mediator.skill")
    titles = [one.get_title(loc="left") for one in panels(axes) if one.get_title(loc="left")]
    assert titles == [f"skill of the mediator: {value}" for value in ("0", "0.5", "1")]
    assert len(panels(axes)) == 6
    right = next(one for one in panels(axes) if one.get_title(loc="left").endswith(": 1"))
    rate = Cells(two_factors).rate(11, "alone")
    assert rate is not None
    assert right.lines[0].get_ydata()[-1] == pytest.approx(100 * rate.value)


def test_five_panels_stand_in_two_rows(results_of: Callable[..., Any]) -> None:
    results = results_of({QUALITY: [0.2, 0.8], "mediator.skill": [0, 0.25, 0.5, 0.75, 1]})
    axes = curves_axes(results, QUALITY, panel="mediator.skill")
    assert len(panels(axes)) == 10
    assert len({round(one.get_position().y0, 3) for one in panels(axes)}) == 4


def test_a_free_factor_makes_further_curves_with_their_names(
    two_factors: Any, caption_of: Callable[[Axes], str]
) -> None:
    axes = curves_axes(two_factors, QUALITY, ["alone", "interests"])
    names = [" ".join(str(line.get_label()).split()) for line in axes.lines]
    assert names[:3] == ["alone (0)", "alone (0.5)", "alone (1)"]
    for line, first in zip(axes.lines, (0, 1, 2), strict=False):
        rates = [Cells(two_factors).rate(first + 3 * k, "alone") for k in range(4)]
        assert list(line.get_ydata()) == pytest.approx([100 * rate.value for rate in rates if rate])
    assert "In brackets beside each curve: skill of the mediator." in caption_of(axes)
    assert len({(line.get_marker(), line.get_linestyle()) for line in axes.lines}) == 6


def test_many_curves_are_thin_and_named_by_arm(
    results_of: Callable[..., Any], caption_of: Callable[[Axes], str]
) -> None:
    results = results_of({QUALITY: [0.2, 0.8], "mediator.skill": [k / 10 for k in range(MOST_NAMED // 2 + 1)]})
    axes = curves_axes(results, QUALITY, ["alone", "with mediator"])
    assert len(axes.lines) == MOST_NAMED + 2
    assert max(line.get_linewidth() for line in axes.lines) < 1
    (legend,) = [one.get_legend() for one in axes.get_figure(root=True).axes if one.get_legend()]
    assert [text.get_text() for text in legend.get_texts()] == ["alone", "with mediator"]
    assert "one for each setting of skill of the mediator" in caption_of(axes)


def test_names_stand_in_the_order_in_which_the_curves_end(two_factors: Any) -> None:
    axes = curves_axes(two_factors, QUALITY, at={"mediator.skill": 1})
    (legend,) = [one.get_legend() for one in axes.get_figure(root=True).axes if one.get_legend()]
    ends = {str(line.get_label()): line.get_ydata()[-1] for line in axes.lines}
    shown = [text.get_text() for text in legend.get_texts()]
    assert [ends[name] for name in shown] == sorted(ends.values(), reverse=True)


def test_a_point_that_was_not_played_is_left_out(results_of: Callable[..., Any]) -> None:
    results = results_of({QUALITY: [0.2, 0.4, 0.8]})
    results.summary = results.summary[results.summary.point != 1]
    results.differences = results.differences[results.differences.point != 1]
    axes = curves_axes(results, QUALITY)
    assert list(axes.lines[0].get_xdata()) == [0.2, 0.8]


def test_the_caption_says_n_seed_interval_and_what_is_fixed(
    two_factors: Any, caption_of: Callable[[Axes], str]
) -> None:
    caption = caption_of(curves_axes(two_factors, QUALITY, at={"mediator.skill": 0.5}))
    for words in ("400 negotiations", "seed 3", "95%", "Wilson", "Tango", "skill of the mediator: 0.5"):
        assert words in caption


def test_counts_that_differ_are_both_said(results_of: Callable[..., Any], caption_of: Callable[[Axes], str]) -> None:
    results = results_of({QUALITY: [0.2, 0.8]})
    results.summary.loc[results.summary.point == 1, "runs"] = 2000
    assert "400 to 2,000 negotiations" in caption_of(curves_axes(results, QUALITY))


def test_titles_and_numbers_are_those_of_the_language(two_factors: Any) -> None:
    axes = curves_axes(two_factors, QUALITY, panel="mediator.skill", language=Language("ru"))
    assert axes.get_figure(root=True).get_suptitle() == "Один опыт"
    assert any("0,5" in one.get_title(loc="left") for one in panels(axes))
    assert "без медиатора" in [line.get_label() for line in axes.lines]


def test_numbers_along_the_axis_do_not_run_into_each_other(results_of: Callable[..., Any]) -> None:
    axes = curves_axes(results_of({"deadline": [6, 10, 15, 20, 60, 100]}), "deadline")
    assert list(axes.get_xticks()) == [10, 20, 60, 100]
