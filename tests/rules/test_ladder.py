"""Who comes to the table, how far negotiators may go, what a day of stoppage does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.rules.ladder import alternative_after_day, comes, held_to_mandate, sobered_by_day

SHARE = st.floats(0.0, 1.0)
LOSS = st.floats(0.0, 0.2)


@pytest.mark.parametrize(
    ("reluctance", "pull", "awareness", "threat", "there"),
    [
        (0.6, 1.0, 0.6, 0.0, True),
        (0.61, 1.0, 0.6, 0.0, False),
        (0.6, 0.5, 1.0, 0.0, False),
        (0.6, 0.5, 1.0, 0.1, True),
        (0.2, 1.0, 0.0, 0.1, False),
        (0.0, 0.0, 0.0, 0.0, True),
    ],
)
def test_duty_and_threat_against_reluctance(
    reluctance: float, pull: float, awareness: float, threat: float, there: bool
) -> None:
    assert comes(reluctance, pull, awareness, threat) is there


@given(reluctance=st.floats(0.0, 2.0), pull=SHARE, awareness=SHARE, threat=SHARE, more=SHARE)
def test_more_duty_knowledge_or_threat_keeps_nobody_away(
    reluctance: float, pull: float, awareness: float, threat: float, more: float
) -> None:
    before = comes(reluctance, pull, awareness, threat)
    assert comes(reluctance, max(pull, more), awareness, threat) >= before
    assert comes(reluctance, pull, max(awareness, more), threat) >= before
    assert comes(reluctance, pull, awareness, threat + more) >= before


@given(line=SHARE, given_up=SHARE, authority=SHARE)
def test_a_mandate_holds_the_demand_between_what_the_side_would_ask_and_all(
    line: float, given_up: float, authority: float
) -> None:
    aspiration = line + (1.0 - line) * given_up
    held = held_to_mandate(aspiration, line, authority)
    assert aspiration <= held <= 1.0


@given(aspiration=SHARE, line=SHARE)
def test_full_authority_changes_not_a_bit_and_none_at_all_asks_for_all(aspiration: float, line: float) -> None:
    assert held_to_mandate(aspiration, line, 1.0) == aspiration
    assert held_to_mandate(aspiration, line, 0.0) == 1.0


@given(aspiration=SHARE, line=SHARE, authorities=st.tuples(SHARE, SHARE))
def test_less_authority_never_asks_less(aspiration: float, line: float, authorities: tuple[float, float]) -> None:
    less, more = (held_to_mandate(aspiration, line, authority) for authority in sorted(authorities))
    assert less >= more - 1e-12


def test_a_mandate_by_hand() -> None:
    """Half of the way from all (1) to a line of 0.4: 0.7."""
    assert held_to_mandate(0.5, 0.4, 0.5) == pytest.approx(0.7)
    assert held_to_mandate(0.9, 0.4, 0.5) == 0.9


@given(alternative=SHARE, loss=LOSS, intensity=SHARE)
def test_an_alternative_falls_with_a_day_but_not_below_0(alternative: float, loss: float, intensity: float) -> None:
    after = alternative_after_day(alternative, loss, intensity)
    assert 0.0 <= after <= alternative
    assert alternative_after_day(alternative, loss, 0.0) == alternative


def test_a_day_by_hand() -> None:
    assert alternative_after_day(0.5, 0.02, 0.5) == pytest.approx(0.49)
    assert alternative_after_day(0.01, 0.2, 0.5) == 0.0
    assert sobered_by_day(0.6, 0.4, 0.15, 1.0) == pytest.approx(0.57)
    assert sobered_by_day(0.6, 0.4, 0.15, 0.1) == pytest.approx(0.597)


@given(line=SHARE, alternative=SHARE, learning=SHARE, intensity=SHARE)
def test_a_day_leaves_the_line_between_what_it_was_and_what_is_true(
    line: float, alternative: float, learning: float, intensity: float
) -> None:
    after = sobered_by_day(line, alternative, learning, intensity)
    if line <= alternative:
        assert after == line
    else:
        assert alternative - 1e-12 <= after <= line
        assert sobered_by_day(line, alternative, 1.0, 1.0) == pytest.approx(alternative)
        assert sobered_by_day(line, alternative, 0.0, 1.0) == line


@given(line=SHARE, alternative=SHARE, learnings=st.tuples(SHARE, SHARE), intensity=SHARE)
def test_who_learns_faster_is_never_further_from_the_truth(
    line: float, alternative: float, learnings: tuple[float, float], intensity: float
) -> None:
    slow, fast = (sobered_by_day(line, alternative, learning, intensity) for learning in sorted(learnings))
    assert fast <= slow + 1e-12
