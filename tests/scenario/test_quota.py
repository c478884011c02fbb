from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.quota import votes_needed

from .conftest import LONG


@pytest.mark.parametrize(
    ("quota", "sides", "needed"),
    [
        ("unanimity", 5, 5),
        ("two_thirds", 3, 2),
        ("two_thirds", 4, 3),
        (0.5, 4, 2),
        (0.5, 3, 2),
        (0.5, 2, 2),
        (0.6, 5, 3),
        (0.8, 5, 4),
        (1, 8, 8),
    ],
)
def test_yeses_that_make_a_deal(quota: float | str, sides: int, needed: int) -> None:
    assert votes_needed(quota, sides) == needed


@given(st.integers(50, 100), st.integers(3, 8))
def test_the_fewest_yeses_that_reach_the_share(percent: int, sides: int) -> None:
    needed = votes_needed(percent / 100, sides)
    assert Fraction(needed, sides) >= Fraction(percent, 100) > Fraction(needed - 1, sides)


@given(st.floats(0.5, 1))
def test_nobody_makes_a_deal_alone(quota: float) -> None:
    assert votes_needed(quota, 2) == 2


def test_only_those_who_sit_in_a_stage_count() -> None:
    assert list(setting_of(load_scenario(LONG)).case.stage_needed) == [2, 3, 3, 3, 3]
    assert list(setting_of(load_scenario(LONG, ["quota=two_thirds"])).case.stage_needed) == [2, 2, 2, 2, 2]
