"""Thinking of options, and whether they are taken up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.rules.invention import hoped_gain, share_understood

START = 0.01


def test_understanding_grows_from_0_to_1_as_doubt_goes() -> None:
    present = np.array([1, 1, 1])
    doubt = np.full((3, 2), START)
    assert share_understood(doubt, START, present, 0) == 0.0
    doubt[1] = [0.0, 0.005]
    assert share_understood(doubt, START, present, 0) == pytest.approx(1.5 / 4)
    doubt[1:] = 0.0
    assert share_understood(doubt, START, present, 0) == 1.0


def test_only_others_who_are_there_count() -> None:
    """Nothing is to be understood of oneself, nor of who left; with nobody there nothing is."""
    doubt = np.array([[0.0, 0.0], [0.0, 0.0], [START, START]])
    assert share_understood(doubt, START, np.array([1, 1, 0]), 0) == 1.0
    assert share_understood(doubt, START, np.array([1, 0, 1]), 0) == 0.0
    assert share_understood(doubt, START, np.array([1, 0, 0]), 0) == 0.0


def test_a_mediator_has_no_seat_and_looks_at_all() -> None:
    doubt = np.array([[0.0, 0.0], [START, START]])
    assert share_understood(doubt, START, np.array([1, 1]), 2) == 0.5


@given(st.lists(st.floats(0.0, 1.0), min_size=6, max_size=6), st.integers(0, 3), st.floats(0.001, 1.0))
def test_understanding_is_a_share(shares: list[float], seat: int, start: float) -> None:
    doubt = np.array(shares).reshape(3, 2) * start
    assert 0.0 <= share_understood(doubt, start, np.array([1, 1, 1]), seat) <= 1.0


@given(st.lists(st.floats(0.0, 1.0), min_size=6, max_size=6), st.integers(0, 5), st.floats(0.0, 1.0))
def test_less_doubt_never_means_less_understanding(shares: list[float], place: int, factor: float) -> None:
    before = np.array(shares)
    after = before.copy()
    after[place] *= factor
    present = np.array([1, 1, 1])
    less, more = (share_understood(doubt.reshape(3, 2), 1.0, present, 0) for doubt in (before, after))
    assert more >= less


def test_a_gain_by_hand() -> None:
    assert hoped_gain(np.array([0.7, 0.3]), np.array([0.5, -1.0])) == pytest.approx(0.05)
    assert hoped_gain(np.array([0.2, 0.8]), np.array([0.5, -1.0])) == pytest.approx(-0.7)


@given(st.integers(0, 2**32 - 1))
def test_no_clause_gives_more_than_its_best_effect_or_less_than_its_worst(numbers: int) -> None:
    draw = np.random.default_rng(numbers)
    effects = draw.uniform(-1.0, 1.0, 5)
    gain = hoped_gain(draw.dirichlet(np.ones(5)), effects)
    assert effects.min() - 1e-12 <= gain <= effects.max() + 1e-12
