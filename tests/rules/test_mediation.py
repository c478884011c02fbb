"""What a mediator's actions do, and what its skill limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.rules.mediation import (
    caucus_noise,
    estimate_line,
    favoured_line,
    reality_reading,
    relay_scatter,
    sobered,
    trust_under_pressure,
)

SHARE = st.floats(0.0, 1.0)
SKILL = st.floats(0.01, 1.0)


@pytest.mark.parametrize(("help_given", "noise"), [(1.0, 0.0), (0.5, 0.1), (0.2, 0.2)])
def test_caucus_noise_by_hand(help_given: float, noise: float) -> None:
    assert caucus_noise(0.1, help_given) == pytest.approx(noise)


@given(skills=st.tuples(SKILL, SKILL))
def test_the_more_skilled_hears_and_reads_better(skills: tuple[float, float]) -> None:
    less, more = sorted(skills)
    assert caucus_noise(0.1, less) >= caucus_noise(0.1, more)
    assert reality_reading(0.5, less, 1.0) >= reality_reading(0.5, more, 1.0) >= 0.5


@given(reservation=SHARE, luck=st.floats(-3.4, 3.4))
def test_full_skill_reads_reality_exactly(reservation: float, luck: float) -> None:
    assert reality_reading(reservation, 1.0, luck) == reservation


def test_reality_reading_by_hand() -> None:
    assert reality_reading(0.5, 0.2, 1.5) == pytest.approx(0.65)


@given(estimate=SHARE, heard=SHARE, help_given=SHARE)
def test_an_estimate_moves_towards_what_was_heard(estimate: float, heard: float, help_given: float) -> None:
    after = estimate_line(estimate, heard, help_given)
    assert min(estimate, heard) - 1e-12 <= after <= max(estimate, heard) + 1e-12
    assert estimate_line(estimate, heard, 0.0) == estimate
    assert estimate_line(0.5, 0.7, 1.0) == pytest.approx(0.56)


@given(doubt=st.floats(1e-9, 1.0), trust=SHARE, help_given=SHARE)
def test_a_relayed_estimate_is_never_taken_for_better_than_the_mediators_own(
    doubt: float, trust: float, help_given: float
) -> None:
    assert doubt <= relay_scatter(doubt, trust, help_given) <= doubt * 400.0 * (1 + 1e-12)
    assert relay_scatter(doubt, 1.0, 1.0) == doubt


def test_relay_scatter_by_hand() -> None:
    assert relay_scatter(0.01, 0.5, 0.4) == pytest.approx(0.05)
    assert relay_scatter(0.01, 0.0, 0.0) == pytest.approx(4.0)


@given(perceived=SHARE, reading=SHARE, pressure=SHARE, trust=SHARE)
def test_only_an_overrated_alternative_is_sobered_and_never_below_the_reading(
    perceived: float, reading: float, pressure: float, trust: float
) -> None:
    after = sobered(perceived, reading, pressure, trust)
    assert min(perceived, reading) - 1e-12 <= after <= perceived
    if perceived <= reading:
        assert after == perceived


def test_sobering_by_hand() -> None:
    assert sobered(0.7, 0.5, 0.1, 0.5) == pytest.approx(0.69)


@given(trust=SHARE, gap=st.floats(-1.0, 2.0), applied=SHARE, cost=SHARE)
def test_pressure_costs_trust_only_where_it_hurts(trust: float, gap: float, applied: float, cost: float) -> None:
    after = trust_under_pressure(trust, gap, applied, cost)
    assert 0.0 <= after <= trust
    if gap <= 0.0:
        assert after == trust


def test_trust_under_pressure_by_hand() -> None:
    assert trust_under_pressure(0.8, 0.5, 0.4, 0.5) == pytest.approx(0.72)
    assert trust_under_pressure(0.8, 3.0, 1.0, 1.0) == 0.0


@given(line=SHARE, bias=SHARE)
def test_the_favoured_line_rises_towards_1(line: float, bias: float) -> None:
    assert line <= favoured_line(line, bias) <= 1.0 + 1e-12
    assert favoured_line(line, 0.0) == line
    assert favoured_line(line, 1.0) == pytest.approx(1.0)
