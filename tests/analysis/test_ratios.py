"""Ratios against the Physicians' Health Study, and at their edges."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.analysis.ratios import odds_ratio, risk_ratio

# Heart attacks under placebo and aspirin: Agresti 2007, An Introduction to Categorical Data Analysis, table 2.3.
PLACEBO, ASPIRIN = (189, 11034), (104, 11037)


def test_risk_ratio_of_the_physicians_health_study() -> None:
    value, low, high = risk_ratio(*PLACEBO, *ASPIRIN)
    assert (round(value, 2), round(low, 2), round(high, 2)) == (1.82, 1.43, 2.31)


def test_odds_ratio_of_the_physicians_health_study() -> None:
    value, low, high = odds_ratio(*PLACEBO, *ASPIRIN)
    assert (round(value, 3), round(low, 2), round(high, 2)) == (1.832, 1.44, 2.33)


@pytest.mark.parametrize("ratio", [risk_ratio, odds_ratio])
@given(n=st.integers(2, 10**6), m=st.integers(2, 10**6), data=st.data())
def test_swapping_the_arms_inverts_a_ratio(ratio, n: int, m: int, data: st.DataObject) -> None:
    k, j = data.draw(st.integers(1, n - 1)), data.draw(st.integers(1, m - 1))
    value, low, high = ratio(k, n, j, m)
    assert low < value < high
    assert ratio(j, m, k, n) == pytest.approx((1 / value, 1 / high, 1 / low), rel=1e-9)


@pytest.mark.parametrize(
    ("found", "value"),
    [
        (lambda: risk_ratio(0, 20, 5, 20), 0.0),
        (lambda: risk_ratio(5, 20, 0, 20), math.inf),
        (lambda: odds_ratio(0, 20, 5, 20), 0.0),
        (lambda: odds_ratio(5, 20, 0, 20), math.inf),
        (lambda: odds_ratio(20, 20, 5, 20), math.inf),
        (lambda: odds_ratio(5, 20, 20, 20), 0.0),
    ],
)
def test_what_never_or_always_happens_has_a_ratio_without_bounds(found, value: float) -> None:
    assert found() == Interval(value, None, None)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: risk_ratio(0, 20, 0, 20), "a success in at least one"),
        (lambda: odds_ratio(0, 20, 0, 20), "a success and a failure"),
        (lambda: odds_ratio(20, 20, 20, 20), "a success and a failure"),
        (lambda: risk_ratio(3, 2, 0, 20), "not 3"),
        (lambda: odds_ratio(1, 2, 1, 0), "at least one run"),
    ],
)
def test_ratios_of_nothing_are_refused(call, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
