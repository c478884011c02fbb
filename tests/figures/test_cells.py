"""What a picture takes from the results of a sweep."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from negotiation_sim.figures.cells import Cells, by_setting, points_where, values_of
from negotiation_sim.sweeps.mistakes import ResultsError

QUALITY, SKILL = "communication.quality", "mediator.skill"


def test_points_are_found_by_their_values(two_factors: Any) -> None:
    experiment = two_factors.experiment
    assert points_where(experiment, {QUALITY: 0.4}) == [3, 4, 5]
    assert points_where(experiment, {QUALITY: 0.4, SKILL: 1}) == [5]
    with pytest.raises(ResultsError, match=r"no point of the design has mediator.skill: 0.7"):
        points_where(experiment, {SKILL: 0.7})
    assert by_setting(experiment, [3, 4, 9], [QUALITY]) == {((QUALITY, 0.4),): [3, 4], ((QUALITY, 0.8),): [9]}


def test_numbers_are_sorted_and_words_are_not(results_of: Callable[..., Any]) -> None:
    words: list[object] = ["position_based", "interest_based"]
    experiment = results_of({"deadline": [30, 10], "parties.*.strategy": words}).experiment
    assert values_of(experiment, range(4), "deadline") == [10, 30]
    assert values_of(experiment, range(4), "parties.*.strategy") == words


def test_a_difference_the_other_way_round_has_its_bounds_turned(two_factors: Any) -> None:
    cells = Cells(two_factors)
    one, other = cells.difference(11, "alone", "interests"), cells.difference(11, "interests", "alone")
    assert one is not None
    assert other is not None
    assert (one.value, one.low, one.high) == (-other.value, -(other.high or 0), -(other.low or 0))
    assert one.low < one.value < one.high  # type: ignore[operator]


def test_what_was_not_played_has_no_number(two_factors: Any) -> None:
    cells = Cells(two_factors)
    assert cells.rate(99, "alone") is None
    assert cells.difference(99, "alone", "interests") is None
    assert cells.runs([99], ["alone"]) == (0, 0)
