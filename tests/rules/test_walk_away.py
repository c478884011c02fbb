"""Hope: offers projected to the deadline, and patience that a mediator lengthens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.rules.walk_away import patience_with_mediator, projected

SHARE = st.floats(0.0, 1.0)
ROUNDS = st.integers(1, 500)


@pytest.mark.parametrize(
    ("understood", "opening", "used", "left", "arrives"),
    [(0.4, 0.2, 10, 10, 0.6), (0.4, 0.2, 10, 0, 0.4), (0.3, 0.5, 10, 5, 0.2), (0.4, 0.4, 7, 99, 0.4)],
)
def test_projection_by_hand(understood: float, opening: float, used: int, left: int, arrives: float) -> None:
    assert projected(understood, opening, used, left) == pytest.approx(arrives)


@given(slope=st.floats(-0.01, 0.01), opening=SHARE, used=ROUNDS, left=st.integers(0, 500))
def test_even_progress_is_continued_in_a_straight_line(slope: float, opening: float, used: int, left: int) -> None:
    arrives = opening + slope * (used + left)
    assert projected(opening + slope * used, opening, used, left) == pytest.approx(arrives, abs=1e-9)


@given(understood=SHARE, opening=SHARE, used=ROUNDS)
def test_at_the_deadline_there_is_no_hope_beyond_what_is_offered(understood: float, opening: float, used: int) -> None:
    assert projected(understood, opening, used, 0) == understood


@pytest.mark.parametrize(
    ("patience", "help_given", "rounds"), [(3, 0.0, 3.0), (3, 1.0, 9.0), (3, 0.4, 5.4), (0, 1.0, 0.0)]
)
def test_a_mediator_lengthens_patience(patience: int, help_given: float, rounds: float) -> None:
    assert patience_with_mediator(patience, help_given) == pytest.approx(rounds)
