"""The zone shows the space that the analysis finds, and the ends that the runs have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes

from negotiation_sim.analysis.bargaining_space import space_of
from negotiation_sim.concepts import AGREEMENT
from negotiation_sim.figures.utility_plane import MOST_PACKAGES, expected_plane, plane_of_run
from negotiation_sim.figures.zone import zone_axes

ARMS = {"alone": {}, "with mediator": {"mediator.style": "full"}}


@pytest.fixture(scope="module")
def two_sides(results_of: Callable[..., Any]) -> Any:
    return results_of(case="two_party_textbook", arms=ARMS)


def marks(axes: Axes) -> dict[str, list[tuple[float, float]]]:
    return {
        " ".join(str(line.get_label()).split()): [(float(x), float(y)) for x, y in line.get_xydata()]  # type: ignore[union-attr]
        for line in axes.lines
    }


def test_a_run_stands_in_its_own_space(two_sides: Any) -> None:
    axes = zone_axes(two_sides, run=1)
    space = space_of(two_sides.setting(0, "alone").case, seed=3, run=1)
    found = marks(axes)
    assert sorted(found["Pareto frontier"]) == sorted(map(tuple, space.frontier))
    assert found["Nash solution"] == [tuple(space.nash)]  # type: ignore[arg-type]
    assert found["no deal (reservation values)"] == [tuple(space.reservation)]


def test_a_run_ends_somewhere_under_each_arm(results_of: Callable[..., Any]) -> None:
    results = results_of()
    found = marks(zone_axes(results, run=4))
    for arm in results.experiment.arms:
        label = results.experiment.arm_label(arm)
        (place,) = next(places for name, places in found.items() if name.startswith(f"{label}: "))
        row = results.rows(0, arm, range(4, 5))[0]
        assert place == tuple(row[results.columns.index(f"{role}.utility")] for role in ("government", "employers"))


def test_many_runs_are_counted_by_how_they_end(two_sides: Any, caption_of: Callable[[Axes], str]) -> None:
    axes = zone_axes(two_sides, arm="alone", runs=60)
    rows = two_sides.rows(0, "alone", range(60))
    deals = int((rows[:, 0] == AGREEMENT).sum())
    assert 0 < deals < 60
    labels = {" ".join(str(found.get_label()).split()): found for found in axes.collections}
    assert len(labels[f"ended in agreement: {deals}"].get_offsets()) == deals
    assert len(labels[f"ended without agreement: {60 - deals}"].get_offsets()) == 60 - deals
    assert "60 runs" in caption_of(axes)
    assert axes.get_figure(root=True).get_suptitle() == "An experiment: alone"


def test_everything_but_the_area_lies_within_the_limits(two_sides: Any) -> None:
    axes = zone_axes(two_sides, arm="alone", runs=60)
    (low, high), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    for found in axes.collections:
        places = np.asarray(found.get_offsets())
        assert (places >= (low, bottom)).all()
        assert (places <= (high, top)).all()


def test_of_three_sides_any_two_are_viewed(results_of: Callable[..., Any], caption_of: Callable[[Axes], str]) -> None:
    results = results_of()
    axes = zone_axes(results, arm="alone", run=0, sides=["unions", "government"])
    assert axes.get_xlabel().startswith("Worth to Trade-union")
    assert axes.get_ylabel().startswith("Worth to Government")
    assert "A view of 3 sides" in caption_of(axes)
    space = space_of(results.setting(0, "alone").case, seed=3, run=0)
    assert marks(axes)["Nash solution"] == [tuple(space.nash[[2, 0]])]  # type: ignore[index]


def test_of_a_large_space_some_packages_are_drawn(results_of: Callable[..., Any]) -> None:
    case = results_of().setting(0, "alone").case
    plane = plane_of_run(case, (0, 1), seed=3, run=0)
    assert MOST_PACKAGES / 2 < len(plane.packages) <= MOST_PACKAGES


def test_the_sides_as_written_do_not_scatter(results_of: Callable[..., Any]) -> None:
    case = results_of().setting(0, "alone").case
    assert tuple(expected_plane(case, (0, 1)).disagreement) == tuple(case.reservation[:2])
