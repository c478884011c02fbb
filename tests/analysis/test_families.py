"""Families of comparisons against the example of Benjamini and Hochberg, and by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.analysis.families import false_discovery, holm

# Benjamini and Hochberg 1995, section 3.2: fifteen comparisons of two treatments after a heart attack.
THROMBOLYSIS = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
]


def test_the_published_example_finds_three_and_four_effects() -> None:
    assert (holm(THROMBOLYSIS) <= 0.05).tolist() == [True] * 3 + [False] * 12
    assert (false_discovery(THROMBOLYSIS) <= 0.05).tolist() == [True] * 4 + [False] * 11


def test_four_p_values_by_hand_come_back_in_their_order() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert false_discovery([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.02, 0.04, 0.04, 0.02])


@settings(max_examples=15)  # statsmodels collects garbage at every call
@given(st.lists(st.floats(0.0, 1.0), max_size=30))
def test_adjusting_only_raises_and_holm_is_the_stricter(p: list[float]) -> None:
    strict, mild = holm(p), false_discovery(p)
    assert all(a >= b - 1e-12 >= c - 2e-12 for a, b, c in zip(strict, mild, p, strict=True))
    assert all(value <= 1.0 for value in strict)


@pytest.mark.parametrize("adjusted", [holm, false_discovery])
@pytest.mark.parametrize("wrong", [1.2, -0.1, float("nan")])
def test_what_is_no_probability_is_refused(adjusted, wrong: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        adjusted([0.5, wrong])
