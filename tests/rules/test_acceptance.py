"""Yes or no, and how much weight the wishes of a side get after it."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.concepts import Party, View
from negotiation_sim.rules.acceptance import beats_own_next, emphasis_after, reaches_aspiration


@given(aspiration=st.floats(0.0, 1.0), value=st.floats(-0.5, 1.0))
def test_yes_from_the_own_next_demand_on(
    party: Callable[..., Party], view: Callable[..., View], aspiration: float, value: float
) -> None:
    assert reaches_aspiration(party(), view(aspiration=aspiration), value) == (value >= aspiration)
    assert reaches_aspiration(party(), view(aspiration=aspiration), aspiration)


@pytest.mark.parametrize(
    ("aspiration", "value", "yes"),
    [
        (0.9, 0.75, False),
        (0.9, 1.0, False),
        (0.8, 0.76, True),
        (0.8, 0.75, False),
        (0.1, 0.01, True),
        (0.1, 0.0, False),
    ],
)
def test_yes_to_what_beats_the_package_nearest_to_the_demand(
    party: Callable[..., Party], view: Callable[..., View], aspiration: float, value: float, yes: bool
) -> None:
    """Packages are worth 0, 0.5, 0.75 and 1: near a demand of 0.9 lies 1, near 0.8 lies 0.75, near 0.1 lies 0."""
    side = party(ranked=np.array([0.0, 0.5, 0.75, 1.0]))
    assert beats_own_next(side, view(aspiration=aspiration), value) is yes


def test_without_packages_to_choose_among_an_offer_must_beat_the_demand(
    party: Callable[..., Party], view: Callable[..., View]
) -> None:
    assert [beats_own_next(party(), view(aspiration=0.5), value) for value in (0.4, 0.5, 0.51)] == [False, False, True]


@pytest.mark.parametrize(
    ("before", "accepted", "after"),
    [
        (1.0, True, 0.8),
        (1.0, False, 1.25),
        (0.22, True, 0.2),
        (0.2, True, 0.2),
        (4.5, False, 5.0),
        (5.0, False, 5.0),
    ],
)
def test_emphasis_by_hand(before: float, accepted: bool, after: float) -> None:
    assert emphasis_after(before, accepted) == pytest.approx(after)


@given(answers=st.lists(st.booleans(), max_size=60))
def test_emphasis_stays_within_a_fifth_and_five(answers: list[bool]) -> None:
    emphasis = 1.0
    for accepted in answers:
        before, emphasis = emphasis, emphasis_after(emphasis, accepted)
        assert 0.2 <= emphasis <= 5.0
        assert emphasis <= before if accepted else emphasis >= before
