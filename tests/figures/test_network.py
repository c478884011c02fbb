"""The network is that of the case, with the trust that runs end with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.figures.network import mean_trust, network_axes, network_of


@pytest.fixture(scope="module")
def three_sides(results_of: Callable[..., Any]) -> Any:
    return results_of(runs=3)


def arrows(axes: Axes) -> list[FancyArrowPatch]:
    return [patch for patch in axes.patches if isinstance(patch, FancyArrowPatch)]


def test_trust_is_the_mean_at_the_end_of_the_runs(three_sides: Any) -> None:
    setting = three_sides.setting(0, "alone")
    ends = []
    for run in range(2):
        model = BargainingModel(setting, seed=3, run=run)
        model.run_model()
        ends.append(model.table.trust)
    np.testing.assert_allclose(mean_trust(setting, 3, 2), (ends[0] + ends[1]) / 2)


def test_everybody_speaks_to_everybody_and_a_mediator_to_all(three_sides: Any) -> None:
    trust = np.arange(12).reshape(3, 4) / 12
    alone = network_of(three_sides.setting(0, "alone"), trust)
    mediated = network_of(three_sides.setting(0, "with mediator"), trust)
    assert len(alone.edges) == 6
    assert set(mediated.edges) - set(alone.edges) == {(3, 0), (3, 1), (3, 2)}
    assert alone.edges[1, 2] == {"quality": 0.6, "trust": trust[2, 1]}  # of the listener in the speaker


def test_who_cannot_be_heard_has_no_arrow(results_of: Callable[..., Any]) -> None:
    results = results_of({"communication.quality": [0.0]}, runs=1)
    assert len(network_of(results.setting(0, "alone"), np.zeros((3, 4))).edges) == 0


def test_arrows_are_as_wide_as_what_arrives_and_as_dark_as_the_trust(
    results_of: Callable[..., Any], caption_of: Callable[[Axes], str]
) -> None:
    results = results_of({"communication.links": [{"employers -> unions": 0.1}]}, runs=3)
    axes = network_axes(results, 0, "alone")
    by_width = sorted(arrows(axes), key=lambda arrow: arrow.get_linewidth())
    assert len(by_width) == 6
    assert by_width[0].get_linewidth() < by_width[1].get_linewidth() == by_width[-1].get_linewidth()
    trust = mean_trust(results.setting(0, "alone"), 3, 3)
    numbers = {text.get_text() for text in axes.texts}
    assert f"{trust[2, 1]:.2f}" in numbers
    assert {"Government", "Employers'\nassociations", "Trade-union\ncentres"} <= numbers
    assert "mean of 3 runs, seed 3" in caption_of(axes)
