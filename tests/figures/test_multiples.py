"""Small multiples: a panel for each value, all on the same axes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from matplotlib.container import ErrorbarContainer

from negotiation_sim.figures.cells import Cells
from negotiation_sim.figures.multiples import multiples_axes

QUALITY, STRATEGY = "communication.quality", "parties.unions.strategy"
STRATEGIES: list[object] = ["position_based", "interest_based"]
IN_WORDS = ["positions", "interests"]


def test_a_panel_for_each_value_with_the_rates_there(results_of: Callable[..., Any]) -> None:
    results = results_of({QUALITY: [0.2, 0.8], STRATEGY: STRATEGIES, "deadline": [10, 20]})
    axes = multiples_axes(results, QUALITY, STRATEGY, at={"deadline": 10})
    one, other = axes.get_figure(root=True).axes
    assert [panel.get_title(loc="left").split()[-1] for panel in (one, other)] == IN_WORDS
    assert one.get_ylim() == other.get_ylim()
    rates = [Cells(results).rate(point, "alone") for point in (2, 6)]  # interest-based, deadline 10
    assert list(other.lines[0].get_ydata()) == pytest.approx([100 * rate.value for rate in rates if rate])


def test_words_along_the_axis_are_not_joined(results_of: Callable[..., Any]) -> None:
    results = results_of({QUALITY: [0.2, 0.8], STRATEGY: STRATEGIES})
    axes = multiples_axes(results, STRATEGY, QUALITY)
    assert [label.get_text() for label in axes.get_xticklabels()] == IN_WORDS
    marks = [found for found in axes.containers if isinstance(found, ErrorbarContainer)]
    assert len(marks) == 3
    assert {found.lines[0].get_linestyle() for found in marks} == {"None"}
    rate = Cells(results).rate(1, "alone")
    assert rate is not None
    assert marks[0].lines[0].get_ydata()[1] == pytest.approx(100 * rate.value)


def test_four_panels_fill_a_square_and_five_leave_one_place_empty(results_of: Callable[..., Any]) -> None:
    for number, rows, shown in ((4, 2, 4), (5, 2, 5)):
        deadlines: list[object] = [10 * (k + 1) for k in range(number)]
        axes = multiples_axes(results_of({QUALITY: [0.2, 0.8], "deadline": deadlines}), QUALITY, "deadline")
        panels = [panel for panel in axes.get_figure(root=True).axes if panel.axison]
        assert len(panels) == shown
        assert len({round(panel.get_position().y0, 3) for panel in panels}) == rows
