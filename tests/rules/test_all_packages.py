"""Choosing among all packages in their order, against looking at each of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.concepts import Floats
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.rules import all_packages
from negotiation_sim.rules.all_packages import first_at_least, nearest, place_of

# Sixteenths, so that numbers are often equal and all distances are exact.
SIXTEENTH = st.integers(0, 16).map(lambda number: number / 16)
ROWS = st.lists(SIXTEENTH, min_size=1, max_size=12).map(lambda row: np.array(sorted(row)))
TARGET = st.integers(-8, 40).map(lambda number: number / 32)
TOLERANCE = st.sampled_from([0.0, 1 / 32, 1 / 16, 1 / 8, 3.0])


@given(ranked=ROWS, target=TARGET)
def test_place_of_is_the_first_place_that_holds_enough(ranked: Floats, target: float) -> None:
    enough = [place for place, worth in enumerate(ranked) if worth >= target]
    assert place_of(ranked, target) == (enough[0] if enough else len(ranked))


@given(ranked=ROWS, target=TARGET)
def test_nearest_is_the_first_of_the_nearest_places_and_below_before_above(ranked: Floats, target: float) -> None:
    by_distance = sorted(range(len(ranked)), key=lambda place: (abs(ranked[place] - target), ranked[place], place))
    assert nearest(ranked, target) == by_distance[0]


@given(ranked=ROWS, target=TARGET, tolerance=TOLERANCE)
def test_first_at_least_gives_way_only_to_a_nearer_one_hardly_below(
    ranked: Floats, target: float, tolerance: float
) -> None:
    """By the wording of the rule: every place below that is not more than the tolerance short, and nearer."""
    enough = [place for place, worth in enumerate(ranked) if worth >= target]
    chosen = enough[0] if enough else len(ranked) - 1
    distance = abs(ranked[chosen] - target)
    short = [place for place in range(chosen) if ranked[place] >= target - tolerance]
    nearer = [place for place in short if abs(ranked[place] - target) < distance]
    if nearer:
        chosen = min(nearer, key=lambda place: (abs(ranked[place] - target), place))
    assert first_at_least(ranked, target, tolerance) == chosen


@pytest.mark.parametrize(
    ("target", "tolerance", "place"),
    [
        (0.5, 0.0, 2),  # of equals the first
        (0.51, 0.0, 4),
        (0.51, 0.02, 2),  # 0.5 is nearer than 0.75, and hardly below
        (0.7, 0.3, 4),  # 0.5 is allowed, but 0.75 is nearer
        (2.0, 1e-6, 5),  # nobody reaches it: the best
        (-1.0, 1e-6, 0),
    ],
)
def test_first_at_least_by_hand(target: float, tolerance: float, place: int) -> None:
    assert first_at_least(np.array([0.0, 0.25, 0.5, 0.5, 0.75, 1.0]), target, tolerance) == place


@pytest.mark.parametrize(("target", "place"), [(0.55, 1), (0.625, 1), (0.63, 3), (9.0, 4), (-9.0, 0)])
def test_nearest_by_hand(target: float, place: int) -> None:
    assert nearest(np.array([0.0, 0.5, 0.5, 0.75, 1.0]), target) == place


@pytest.mark.skipif(not HAVE_NUMBA, reason="numba is not installed")
def test_compiled_rules_choose_the_same_places() -> None:
    import numba

    @numba.njit
    def chosen(ranked, target):  # type: ignore[no-untyped-def]
        return (
            all_packages.place_of(ranked, target),
            all_packages.first_at_least(ranked, target, 0.03),
            all_packages.nearest(ranked, target),
        )

    numbers = np.random.default_rng(1)
    for _ in range(200):
        ranked = np.sort(np.round(numbers.random(9), 1))
        target = numbers.uniform(-0.2, 1.2)
        assert chosen(ranked, target) == chosen.py_func(ranked, target)
