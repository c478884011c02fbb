"""Keeping an agreement, and the trust with which the next talks begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.rules.term import carried_trust, keeps

SHARE = st.floats(0.0, 1.0)
CHANGE = st.floats(-1.0, 1.0)


@pytest.mark.parametrize(
    ("surplus", "shock", "at_stake", "kept"),
    [(0.1, 0.0, 0.0, True), (0.0, 0.0, 0.0, True), (-0.01, 0.0, 0.0, False)]
    + [(0.25, -0.5, 0.0, False), (0.25, -0.5, 0.25, True), (-0.1, 0.2, 0.0, True)],
)
def test_an_agreement_is_kept_while_that_is_no_worse_than_breaking_it(
    surplus: float, shock: float, at_stake: float, kept: bool
) -> None:
    assert keeps(surplus, shock, at_stake) is kept


@given(surplus=CHANGE, shock=CHANGE, at_stake=st.floats(0.0, 0.5), more=SHARE)
def test_a_better_deal_kinder_times_or_more_at_stake_break_nothing(
    surplus: float, shock: float, at_stake: float, more: float
) -> None:
    before = keeps(surplus, shock, at_stake)
    assert keeps(surplus + more, shock, at_stake) >= before
    assert keeps(surplus, shock + more, at_stake) >= before
    assert keeps(surplus, shock, at_stake + more) >= before


@given(start=SHARE, now=SHARE, carry=SHARE)
def test_carried_trust_lies_between_the_start_and_now(start: float, now: float, carry: float) -> None:
    after = carried_trust(start, now, carry)
    assert min(start, now) - 1e-12 <= after <= max(start, now) + 1e-12
    assert carried_trust(start, now, 0.0) == start
    assert carried_trust(start, now, 1.0) == pytest.approx(now, abs=1e-12)


def test_half_of_what_changed_stays() -> None:
    assert carried_trust(0.4, 0.8, 0.5) == pytest.approx(0.6)
    assert carried_trust(0.4, 0.2, 0.5) == pytest.approx(0.3)
