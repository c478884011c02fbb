"""Yes or no, and how much weight the wishes of a side get after it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.concepts import Party, View
from negotiation_sim.rules.acceptance import emphasis_after, reaches_aspiration


@given(aspiration=st.floats(0.0, 1.0), value=st.floats(-0.5, 1.0))
def test_yes_from_the_own_next_demand_on(
    party: Callable[..., Party], view: Callable[..., View], aspiration: float, value: float
) -> None:
    assert reaches_aspiration(party(), view(aspiration=aspiration), value) == (value >= aspiration)
    assert reaches_aspiration(party(), view(aspiration=aspiration), aspiration)


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
