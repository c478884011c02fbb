import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.scenario.importance import expected_importance

INTERESTS = ("income", "jobs", "cost")
IMPORTANCES = st.dictionaries(st.sampled_from(INTERESTS), st.floats(0.001, 1e6), min_size=1)


def test_numbers_are_made_to_add_up_to_one_and_what_is_left_out_counts_nothing() -> None:
    assert expected_importance({"cost": 3, "income": 1}, INTERESTS, 0.0) == [0.25, 0.0, 0.75]


def test_the_floor_is_spread_over_all_interests() -> None:
    assert expected_importance({"cost": 3, "income": 1}, INTERESTS, 0.3) == pytest.approx([0.275, 0.1, 0.625])
    assert expected_importance({"cost": 3, "income": 1}, INTERESTS, 1.0) == pytest.approx([1 / 3] * 3)


@given(IMPORTANCES, st.floats(0, 1))
def test_importances_add_up_to_one_and_none_is_below_the_floor(importance: dict[str, float], floor: float) -> None:
    expected = expected_importance(importance, INTERESTS, floor)
    assert math.fsum(expected) == pytest.approx(1)
    assert min(expected) >= floor / 3


@given(IMPORTANCES, st.floats(0.01, 100))
def test_the_unit_of_the_numbers_does_not_matter(importance: dict[str, float], factor: float) -> None:
    scaled = {interest: factor * weight for interest, weight in importance.items()}
    assert expected_importance(scaled, INTERESTS, 0.15) == pytest.approx(
        expected_importance(importance, INTERESTS, 0.15)
    )
