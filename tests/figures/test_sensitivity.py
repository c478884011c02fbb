"""Bars are the indices, and what casts doubt on them is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from matplotlib.axes import Axes
from matplotlib.container import BarContainer

from negotiation_sim.figures.sensitivity import sensitivity_axes
from negotiation_sim.sweeps.designs import sample
from negotiation_sim.sweeps.factor import Factor
from negotiation_sim.sweeps.indices import indices_of

FACTORS = (
    Factor("communication.quality", None, 0.0, 1.0),
    Factor("mediator.skill", None, 0.0, 1.0),
    Factor("parties.unions.gap", None, 0.0, 0.2),
)


def share(settings: Any, arm: str) -> float:
    """The first factor matters most, the last not at all."""
    return float(0.1 + 0.6 * settings["communication.quality"] + 0.2 * settings["mediator.skill"])


@pytest.fixture(scope="module")
def sampled(results_of: Callable[..., Any]) -> Callable[..., Any]:
    def made(kind: str, samples: int, **changes: Any) -> Any:
        points = sample(kind, FACTORS, samples, 7)
        design = {"kind": kind, "factors": FACTORS, "samples": samples, "design_seed": 7, "points": points}
        return results_of(share=changes.pop("share", share), **design, **changes)

    return made


def bars(axes: Axes) -> list[list[float]]:
    return [[bar.get_width() for bar in found] for found in axes.containers if isinstance(found, BarContainer)]


def test_first_and_total_indices_with_what_half_of_the_runs_give(
    sampled: Callable[..., Any], caption_of: Callable[[Axes], str]
) -> None:
    results = sampled("saltelli", 32)
    axes = sensitivity_axes(results, ["alone"])
    found: Any = indices_of(results, "alone")
    assert bars(axes) == [
        pytest.approx([index.value for index in found.first]),
        pytest.approx([index.value for index in found.total]),
    ]
    halves = [line for line in axes.lines if line.get_marker() == "D"]
    assert [list(line.get_xdata()) for line in halves] == [list(found.half_first), list(found.half_total)]
    assert {line.get_markerfacecolor() for line in halves} == {"white"}
    names = [" ".join(label.get_text().split()) for label in axes.get_yticklabels()]
    assert names[:2] == ["communication quality", "skill of the mediator"]
    assert names[2] == "gap between members and leaders (Trade-union centres)"
    assert "160 points, 400 negotiations at each" in caption_of(axes)


def test_the_factor_that_matters_most_stands_first(sampled: Callable[..., Any]) -> None:
    def of_the_last(settings: Any, arm: str) -> float:
        return float(0.1 + 4 * settings["parties.unions.gap"] + 0.1 * settings["communication.quality"])

    axes = sensitivity_axes(sampled("saltelli", 32, share=of_the_last), ["alone"])
    names = [" ".join(label.get_text().split()) for label in axes.get_yticklabels()]
    assert names[0] == "gap between members and leaders (Trade-union centres)"
    assert names[1] == "communication quality"
    assert bars(axes)[1] == sorted(bars(axes)[1], reverse=True)


def test_an_arm_gets_a_panel_of_its_own(sampled: Callable[..., Any]) -> None:
    figure = sensitivity_axes(sampled("saltelli", 8)).get_figure(root=True)
    assert [axes.get_title(loc="left") for axes in figure.axes] == ["alone", "with mediator", "interest-based"]


def test_effects_of_a_morris_design_are_points(sampled: Callable[..., Any]) -> None:
    results = sampled("morris", 10)
    axes = sensitivity_axes(results, ["alone"])
    found: Any = indices_of(results, "alone")
    strength, spread = bars(axes)
    assert strength == pytest.approx([100 * index.value for index in found.strength])
    assert spread == pytest.approx([100 * value for value in found.spread])
    assert strength[0] == pytest.approx(60, abs=10)


def test_too_few_runs_are_said_of_the_arm(sampled: Callable[..., Any], caption_of: Callable[[Axes], str]) -> None:
    caption = caption_of(sensitivity_axes(sampled("saltelli", 8, runs=1), ["alone"]))
    assert "alone: too few runs" in caption
    assert "Enough runs" not in caption


def test_an_arm_where_no_factor_matters_has_no_bars(
    sampled: Callable[..., Any], caption_of: Callable[[Axes], str]
) -> None:
    axes = sensitivity_axes(sampled("saltelli", 8, share=lambda settings, arm: 0.5), ["alone"])
    assert bars(axes) == []
    assert "the same at all points" in caption_of(axes)
