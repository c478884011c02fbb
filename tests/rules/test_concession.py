"""Concession: end points, published formulas, and the same bits compiled."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.concepts import Party, View
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.rules import concession
from negotiation_sim.rules.concession import (
    demand,
    faratin_exponential,
    faratin_polynomial,
    genius_time_based,
    rational,
    time_based,
    tit_for_tat_averaged,
    tit_for_tat_random_absolute,
    tit_for_tat_relative,
)

SHARE = st.floats(0.0, 1.0)
FIRMNESS = st.floats(0.05, 20.0)
START = st.floats(0.0, 0.5)
TIME_RULES = [rational, faratin_polynomial, faratin_exponential]
REACTIONS = [tit_for_tat_relative, tit_for_tat_random_absolute, tit_for_tat_averaged]
MakeParty = Callable[..., Party]
MakeView = Callable[..., View]


@given(reservation=SHARE, given_up=SHARE)
def test_demand_runs_from_the_best_package_to_the_reservation_value(reservation: float, given_up: float) -> None:
    assert demand(reservation, 0.0) == pytest.approx(1.0)
    assert demand(reservation, 1.0) == reservation
    assert reservation - 1e-12 <= demand(reservation, given_up) <= 1.0 + 1e-12


@pytest.mark.parametrize("rule", [rational, faratin_polynomial])
@given(firmness=FIRMNESS, reservation=SHARE, start=START)
def test_end_points(
    party: MakeParty,
    view: MakeView,
    rule: Callable[..., float],
    firmness: float,
    reservation: float,
    start: float,
) -> None:
    side = party(firmness=firmness, reservation=reservation, start=start)
    assert rule(side, view(clock=0.0)) == pytest.approx(demand(reservation, start))
    assert rule(side, view(clock=1.0)) == pytest.approx(reservation)
    assert rule(side._replace(start=0.0), view(clock=0.0)) == 1.0


@given(firmness=FIRMNESS, reservation=SHARE, start=st.floats(0.001, 0.5))
def test_end_points_of_the_exponential_tactic(
    party: MakeParty, view: MakeView, firmness: float, reservation: float, start: float
) -> None:
    side = party(firmness=firmness, reservation=reservation, start=start)
    assert faratin_exponential(side, view(clock=0.0)) == pytest.approx(demand(reservation, start))
    assert faratin_exponential(side, view(clock=1.0)) == pytest.approx(reservation)
    at_start_of_nothing = faratin_exponential(side._replace(start=0.0), view(clock=0.0))
    assert at_start_of_nothing == pytest.approx(demand(reservation, 0.001))


@pytest.mark.parametrize("rule", TIME_RULES)
@given(firmness=FIRMNESS, reservation=SHARE, start=START, clocks=st.tuples(SHARE, SHARE))
def test_demand_never_rises_and_stays_in_range(
    party: MakeParty,
    view: MakeView,
    rule: Callable[..., float],
    firmness: float,
    reservation: float,
    start: float,
    clocks: tuple[float, float],
) -> None:
    side = party(firmness=firmness, reservation=reservation, start=start)
    early, late = (rule(side, view(clock=clock)) for clock in sorted(clocks))
    assert 1.0 >= early >= late - 1e-12
    assert late >= reservation - 1e-12


@pytest.mark.parametrize("rule", TIME_RULES)
@given(firmness=st.tuples(FIRMNESS, FIRMNESS), clock=SHARE)
def test_the_firmer_side_demands_more(
    party: MakeParty,
    view: MakeView,
    rule: Callable[..., float],
    firmness: tuple[float, float],
    clock: float,
) -> None:
    softer, firmer = (rule(party(firmness=k, start=0.1), view(clock=clock)) for k in sorted(firmness))
    assert firmer >= softer - 1e-12


@pytest.mark.parametrize(
    ("firmness", "clock", "aspiration"),
    [(1.0, 0.25, 0.875), (3.0, 0.5, 0.875), (1 / 3, 0.5, 0.625), (3.0, 0.75, 0.75)],
)
def test_rational_curve_by_hand(
    party: MakeParty, view: MakeView, firmness: float, clock: float, aspiration: float
) -> None:
    assert rational(party(firmness=firmness), view(clock=clock)) == pytest.approx(aspiration)


@given(beta=st.floats(0.05, 20.0), kappa=st.floats(0.001, 0.5), t=SHARE, reservation=SHARE)
def test_faratin_curves_are_the_published_ones(
    party: MakeParty, view: MakeView, beta: float, kappa: float, t: float, reservation: float
) -> None:
    """Faratin, Sierra and Jennings 1998: min + (1 - alpha)(max - min) where more is better."""
    side = party(firmness=1.0 / beta, start=kappa, reservation=reservation)
    polynomial = kappa + (1.0 - kappa) * t ** (1.0 / beta)
    exponential = math.exp((1.0 - t) ** beta * math.log(kappa))
    for rule, alpha in ((faratin_polynomial, polynomial), (faratin_exponential, exponential)):
        published = reservation + (1.0 - alpha) * (1.0 - reservation)
        assert rule(side, view(clock=t)) == pytest.approx(published, abs=1e-9)


RANKED = st.lists(SHARE, min_size=1, max_size=6).map(lambda worths: np.array(sorted(worths)))


@given(ranked=RANKED, e=FIRMNESS, start=START, t=SHARE, reservation=SHARE, unit=st.floats(0.01, 10.0))
def test_time_based_is_the_formula_of_negmas(
    party: MakeParty,
    view: MakeView,
    ranked: np.ndarray,
    e: float,
    start: float,
    t: float,
    reservation: float,
    unit: float,
) -> None:
    """clamp((top - floor) a0 (1 - t^e) + floor - 0.001, floor, top); 0.001 is in the file's units."""
    side = party(ranked=ranked, firmness=e, start=start, reservation=reservation, own_unit=unit)
    top, floor = ranked[-1], max(ranked[0], reservation)
    low = (top - floor) * (1.0 - start) * (1.0 - t**e) + floor - 0.001 * unit
    written = max(floor, min(low, top))
    assert time_based(side, view(clock=t)) == pytest.approx(written, abs=1e-12)


@pytest.mark.parametrize(
    ("firmness", "clock", "start", "aspiration"),
    [
        (4.0, 0.5, 0.0, 0.4 + 0.6 * 0.9375 - 0.001),
        (1.0, 0.5, 0.0, 0.4 + 0.6 * 0.5 - 0.001),
        (0.25, 0.0625, 0.0, 0.4 + 0.6 * 0.5 - 0.001),
        (1.0, 0.5, 0.25, 0.4 + 0.6 * 0.75 * 0.5 - 0.001),
        (1.0, 1.0, 0.0, 0.4),
        (20.0, 0.0, 0.0, 1.0 - 0.001),
    ],
)
def test_time_based_by_hand(
    party: MakeParty, view: MakeView, firmness: float, clock: float, start: float, aspiration: float
) -> None:
    """The side has 0.4 without a deal, the worst package is worth 0.1 and the best 1."""
    side = party(ranked=np.array([0.1, 0.7, 1.0]), firmness=firmness, start=start, reservation=0.4)
    assert time_based(side, view(clock=clock)) == pytest.approx(aspiration)


def test_time_based_goes_no_lower_than_the_worst_package_and_no_higher_than_the_best(
    party: MakeParty, view: MakeView
) -> None:
    side = party(ranked=np.array([0.3, 0.9]), reservation=0.0)
    assert time_based(side, view(clock=1.0)) == 0.3
    assert time_based(side, view(clock=0.0)) == pytest.approx(0.899)
    assert time_based(party(reservation=0.2), view(clock=0.5)) == pytest.approx(0.2 + 0.8 * 0.5 - 0.001)


@given(e=st.floats(0.05, 20.0), passed=st.integers(0, 40), rounds=st.integers(2, 40), zero=st.floats(-1.0, 0.9))
def test_genius_time_based_is_the_formula_of_genius(
    party: MakeParty, view: MakeView, e: float, passed: int, rounds: int, zero: float
) -> None:
    """1 - (t - 1 / (N + 1))^(1/e) on the scale of the file, on which the best package is worth 1."""
    t = min(passed + 1, rounds) / (rounds + 1)
    unit = 1.0 / (1.0 - zero)
    side = party(firmness=1.0 / e, own_unit=unit, own_zero=zero, reservation=0.9, start=0.5)
    on_own_scale = 1.0 - max(0.0, t - 1.0 / (rounds + 1)) ** (1.0 / e)
    written = min(1.0, max(0.0, (on_own_scale - zero) * unit))
    assert genius_time_based(side, view(clock=t, deadline=rounds)) == pytest.approx(written, abs=1e-12)


@pytest.mark.parametrize(
    ("firmness", "round_no", "target"), [(1.0, 1, 1.0), (1.0, 4, 0.7), (2.0, 6, 0.75), (0.5, 5, 1 - 0.4**0.5)]
)
def test_genius_time_based_by_hand(
    party: MakeParty, view: MakeView, firmness: float, round_no: int, target: float
) -> None:
    """Nine rounds: the first offer comes at a tenth of the time and asks for everything."""
    side = party(firmness=firmness)
    assert genius_time_based(side, view(clock=round_no / 10, deadline=9)) == pytest.approx(target)


@pytest.fixture(scope="session")
def heard(view: MakeView) -> Callable[..., View]:
    """What seat 0 sees after hearing offers (oldest first) of seat 1, which seem worth these values to it."""

    def seen(offers: list[float], sides: int = 2, **fields: Any) -> View:
        memory = np.zeros((sides + 1, 5))
        newest_first = offers[::-1][:5]
        memory[1, : len(newest_first)] = newest_first
        counts = np.zeros(sides + 1, dtype=np.int64)
        counts[1] = len(offers)
        return view(sides, source=1, memory=memory, heard=counts, **fields)

    return seen


HEARD = st.just(0.0) | st.floats(1e-9, 1.0)
OFFERS = st.lists(st.floats(0.05, 1.0), min_size=2, max_size=9)


def clipped(low: float, value: float) -> float:
    return min(1.0, max(low, value))


@given(offers=OFFERS, own=SHARE, reservation=SHARE)
def test_relative_tit_for_tat_is_the_published_one(
    party: MakeParty, heard: Callable[..., View], offers: list[float], own: float, reservation: float
) -> None:
    """Published: own last value times (their last but one / their last), held to the own range."""
    published = clipped(reservation, own * offers[-2] / offers[-1])
    seen = heard(offers, aspiration=own)
    assert tit_for_tat_relative(party(reservation=reservation), seen) == pytest.approx(published)


@given(offers=OFFERS, own=SHARE, reservation=SHARE, noise=st.floats(0.0, 0.3), luck=st.floats(-3.4, 3.4))
def test_absolute_tit_for_tat_is_the_published_one(
    party: MakeParty,
    heard: Callable[..., View],
    offers: list[float],
    own: float,
    reservation: float,
    noise: float,
    luck: float,
) -> None:
    """Published: own last value plus (their last but one - their last) plus a random step."""
    published = clipped(reservation, own + offers[-2] - offers[-1] + noise * luck)
    seen = heard(offers, aspiration=own, luck=luck)
    side = party(reservation=reservation, noise=noise)
    assert tit_for_tat_random_absolute(side, seen) == pytest.approx(published)


@pytest.mark.parametrize("window", [1, 2, 3, 4])
def test_averaged_tit_for_tat_spreads_the_published_change_over_the_window(
    party: MakeParty, heard: Callable[..., View], window: int
) -> None:
    """Published: own last value times (their value `window` offers ago / their last); alike for 1.

    A longer window divides the change by its length, so that it is the mean change of an offer: ours.
    """
    offers = [0.3, 0.4, 0.42, 0.45, 0.5]
    published = 0.8 * offers[-1 - window] / offers[-1]
    answered = tit_for_tat_averaged(party(reservation=0.2, window=window), heard(offers, aspiration=0.8))
    assert answered == pytest.approx(0.8 + (published - 0.8) / window)


def test_a_window_is_no_longer_than_what_was_heard(party: MakeParty, heard: Callable[..., View]) -> None:
    seen = heard([0.3, 0.4, 0.5], aspiration=0.8)
    two, four = (tit_for_tat_averaged(party(reservation=0.2, window=w), seen) for w in (2, 4))
    assert four == two == pytest.approx(0.8 * (1.0 - 0.4 / 2))


@given(offers=OFFERS, own=SHARE, reservation=SHARE)
def test_averaging_over_one_offer_is_relative_tit_for_tat(
    party: MakeParty, heard: Callable[..., View], offers: list[float], own: float, reservation: float
) -> None:
    side, seen = party(reservation=reservation, window=1), heard(offers, aspiration=own)
    assert tit_for_tat_averaged(side, seen) == pytest.approx(tit_for_tat_relative(side, seen))


@pytest.mark.parametrize("rule", REACTIONS)
@given(own=SHARE, reservation=SHARE, offers=st.lists(HEARD, max_size=9), window=st.integers(1, 4))
def test_reactions_stay_within_the_own_range(
    party: MakeParty,
    heard: Callable[..., View],
    rule: Callable[..., float],
    own: float,
    reservation: float,
    offers: list[float],
    window: int,
) -> None:
    side = party(reservation=reservation, window=window, noise=0.3)
    assert reservation <= rule(side, heard(offers, aspiration=own, luck=3.0)) <= 1.0


@pytest.mark.parametrize("rule", REACTIONS)
def test_a_concession_is_answered_by_one_and_a_step_back_by_one(
    party: MakeParty, heard: Callable[..., View], rule: Callable[..., float]
) -> None:
    side = party(reservation=0.2)
    assert rule(side, heard([0.3, 0.4], aspiration=0.8)) < 0.8
    assert rule(side, heard([0.4, 0.3], aspiration=0.8)) > 0.8
    assert rule(side, heard([0.4, 0.4], aspiration=0.8)) == pytest.approx(0.8)


@pytest.mark.parametrize("rule", REACTIONS)
def test_who_has_heard_too_little_keeps_its_demand(
    party: MakeParty, heard: Callable[..., View], view: MakeView, rule: Callable[..., float]
) -> None:
    side = party(reservation=0.2)
    assert rule(side, view(aspiration=0.8)) == 0.8
    assert rule(side, heard([0.3], aspiration=0.8)) == 0.8


@pytest.mark.parametrize("rule", REACTIONS)
def test_each_of_several_others_moves_a_side_by_its_share(
    party: MakeParty, heard: Callable[..., View], rule: Callable[..., float]
) -> None:
    side = party(reservation=0.0)
    step_by_one = 0.8 - rule(side, heard([0.3, 0.4], sides=2, aspiration=0.8))
    step_by_one_of_three = 0.8 - rule(side, heard([0.3, 0.4], sides=4, aspiration=0.8))
    assert step_by_one_of_three == pytest.approx(step_by_one / 3)
    only_one_left = heard([0.3, 0.4], sides=4, aspiration=0.8, present=np.array([1, 1, 0, 0]))
    assert 0.8 - rule(side, only_one_left) == pytest.approx(step_by_one)


@pytest.fixture(scope="module")
def compiled_rules() -> Callable[..., Any]:
    import numba

    @numba.njit
    def all_eight(party, view):  # type: ignore[no-untyped-def]
        return (
            concession.rational(party, view),
            concession.faratin_polynomial(party, view),
            concession.faratin_exponential(party, view),
            concession.tit_for_tat_relative(party, view),
            concession.tit_for_tat_random_absolute(party, view),
            concession.tit_for_tat_averaged(party, view),
            concession.time_based(party, view),
            concession.genius_time_based(party, view),
        )

    return all_eight


@pytest.mark.skipif(not HAVE_NUMBA, reason="numba is not installed")
@settings(max_examples=50)
@given(
    offers=st.lists(HEARD, max_size=9),
    clock=SHARE,
    own=SHARE,
    reservation=SHARE,
    firmness=FIRMNESS,
    start=START,
    luck=st.floats(-3.4, 3.4),
)
def test_compiled_rules_have_the_same_bits(
    party: MakeParty,
    heard: Callable[..., View],
    compiled_rules: Callable[..., Any],
    offers: list[float],
    luck: float,
    own: float,
    clock: float,
    **traits: float,
) -> None:
    side = party(noise=0.1, window=2, **traits)
    seen = heard(offers, aspiration=own, clock=clock, luck=luck)
    assert compiled_rules(side, seen) == compiled_rules.py_func(side, seen)  # type: ignore[attr-defined]
