"""Trust: within [0, 1], slow to grow, quick to fall."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.rules.trust import after_breach, after_offer, devalued

SHARE = st.floats(0.0, 1.0)
CHANGE = st.floats(-1.0, 1.0)
SCALE = st.floats(0.01, 1.0)


@pytest.mark.parametrize(
    ("change", "trust"), [(0.2, 0.46), (0.1, 0.46), (0.05, 0.43), (0.0, 0.4), (-0.05, 0.35), (-0.3, 0.3)]
)
def test_a_step_by_hand(change: float, trust: float) -> None:
    assert after_offer(0.4, change, 0.1, 0.25, 0.1) == pytest.approx(trust)


@given(trust=SHARE, change=CHANGE, gain=SHARE, loss=SHARE, scale=SCALE)
def test_trust_stays_within_0_and_1_and_moves_with_the_offer(
    trust: float, change: float, gain: float, loss: float, scale: float
) -> None:
    after = after_offer(trust, change, gain, loss, scale)
    assert 0.0 <= after <= 1.0
    assert after >= trust - 1e-12 if change > 0.0 else after <= trust


@given(change=st.floats(0.001, 1.0), scale=SCALE)
def test_bad_news_weighs_more_than_good_news(change: float, scale: float) -> None:
    up = after_offer(0.5, change, 0.1, 0.25, scale) - 0.5
    down = 0.5 - after_offer(0.5, -change, 0.1, 0.25, scale)
    assert down > up > 0.0


@given(changes=st.tuples(CHANGE, CHANGE), trust=SHARE)
def test_a_better_offer_never_leaves_less_trust(changes: tuple[float, float], trust: float) -> None:
    worse, better = sorted(changes)
    assert after_offer(trust, worse, 0.1, 0.25, 0.1) <= after_offer(trust, better, 0.1, 0.25, 0.1) + 1e-12


@given(trust=SHARE, loss=SHARE)
def test_a_breach_takes_its_share(trust: float, loss: float) -> None:
    assert after_breach(trust, loss) == pytest.approx(trust * (1.0 - loss), abs=1e-12)
    assert after_breach(trust, 0.0) == trust
    assert after_breach(trust, 1.0) == 0.0


@given(value=SHARE, devaluation=st.floats(0.0, 0.5), trust=SHARE)
def test_devaluation_fades_with_trust(value: float, devaluation: float, trust: float) -> None:
    assert devalued(value, devaluation, trust) <= value
    assert devalued(value, devaluation, 1.0) == value
    assert devalued(value, devaluation, 0.0) == value - devaluation


def test_devaluation_by_hand() -> None:
    assert devalued(0.6, 0.1, 0.45) == pytest.approx(0.545)


@pytest.fixture(scope="module")
def compiled_trust() -> Callable[..., Any]:
    import numba

    @numba.njit
    def all_three(trust, change, gain, loss, scale):  # type: ignore[no-untyped-def]
        after = after_offer(trust, change, gain, loss, scale)
        return after, after_breach(after, loss), devalued(change, gain, after)

    return all_three


@pytest.mark.skipif(not HAVE_NUMBA, reason="numba is not installed")
@given(trust=SHARE, change=CHANGE, gain=SHARE, loss=SHARE, scale=SCALE)
def test_compiled_trust_has_the_same_bits(compiled_trust: Callable[..., Any], **numbers: float) -> None:
    plain = compiled_trust.py_func(**numbers)  # type: ignore[attr-defined]
    assert compiled_trust(**numbers) == plain
