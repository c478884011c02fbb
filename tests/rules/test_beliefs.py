"""Beliefs about the others' importances: a Kalman step on a simplex, and what offers give away."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.concepts import Floats
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.rules.beliefs import (
    claim_scatter,
    contradicts,
    learn_claim,
    learn_from_offer,
    offer_as_claimed,
    standing,
    understanding,
)

SHARE = st.floats(0.0, 1.0)


@st.composite
def simplices(draw: st.DrawFn, least: int = 2) -> Floats:
    weights = np.array(draw(st.lists(st.floats(0.01, 1.0), min_size=least, max_size=7)))
    return weights / weights.sum()


@pytest.mark.parametrize(
    ("noise", "credibility", "scatter"), [(0.2, 1.0, 0.040001), (0.2, 0.5, 0.080002), (0.0, 0.0, 2e-5)]
)
def test_scatter_by_hand(noise: float, credibility: float, scatter: float) -> None:
    assert claim_scatter(noise, credibility) == pytest.approx(scatter)


@given(noise=st.floats(0.0, 100.0), credibilities=st.tuples(SHARE, SHARE))
def test_who_is_believed_less_teaches_less(noise: float, credibilities: tuple[float, float]) -> None:
    less, more = sorted(credibilities)
    assert claim_scatter(noise, less) >= claim_scatter(noise, more) > 0.0


def test_learning_a_claim_by_hand() -> None:
    """Doubt 0.03 against scatter 0.01: gain 3/4; the change is taken 1 : 2 from the two other interests."""
    belief, doubt = np.array([0.2, 0.3, 0.5]), np.array([0.03, 0.01, 0.02])
    learn_claim(belief, doubt, 0, 0.6, 0.01)
    assert belief == pytest.approx(np.array([0.5, 0.2, 0.3]))
    assert doubt == pytest.approx(np.array([0.0075, 0.01, 0.02]))


@given(prior=st.floats(-1.0, 1.0), variance=st.floats(1e-4, 1.0), scatter=st.floats(1e-4, 1.0), data=st.data())
def test_repeated_claims_give_the_precision_weighted_mean(
    prior: float, variance: float, scatter: float, data: st.DataObject
) -> None:
    """Known answer for normal noise: posterior precision and mean are those of all claims together."""
    claims = data.draw(st.lists(st.floats(-1.0, 1.0), min_size=1, max_size=6))
    belief, doubt = np.array([prior, 1.0 - prior]), np.array([variance, variance])
    for claimed in claims:
        learn_claim(belief, doubt, 0, claimed, scatter)
    precision = 1.0 / variance + len(claims) / scatter
    assert doubt[0] == pytest.approx(1.0 / precision)
    assert belief[0] == pytest.approx((prior / variance + sum(claims) / scatter) / precision, abs=1e-9)


@given(belief=simplices(), heard=st.floats(-2.0, 3.0), scatter=st.floats(1e-6, 1e4), data=st.data())
def test_a_claim_keeps_the_sum_and_shrinks_doubt(
    belief: Floats, heard: float, scatter: float, data: st.DataObject
) -> None:
    interest = data.draw(st.integers(0, len(belief) - 1))
    doubt = np.linspace(0.01, 0.02, len(belief))
    before = belief[interest]
    doubts = doubt.copy()
    learn_claim(belief, doubt, interest, heard, scatter)
    assert belief.sum() == pytest.approx(1.0)
    assert 0.0 < doubt[interest] < doubts[interest]
    assert np.delete(doubt, interest).tolist() == np.delete(doubts, interest).tolist()
    assert min(before, heard) - 1e-9 <= belief[interest] <= max(before, heard) + 1e-9


def test_with_a_single_interest_there_is_nothing_to_learn() -> None:
    belief, doubt = np.array([1.0]), np.array([0.01])
    learn_claim(belief, doubt, 0, 0.2, 0.01)
    assert belief[0] == pytest.approx(1.0)


EFFECTS = np.array([[[-1.0, 1.0], [0.0, 0.5], [1.0, -1.0]], [[0.5, 0.0], [-0.5, 0.0], [9.0, 9.0]]])
OPTIONS = np.array([3, 2])


@pytest.mark.parametrize(("package", "served"), [([2, 0], [1.0, 0.0]), ([0, 1], [0.0, 1.0]), ([1, 0], [2 / 3, 0.75])])
def test_standing_by_hand(package: list[int], served: list[float]) -> None:
    """The last option of the second issue does not exist and must not count."""
    assert [standing(np.array(package), EFFECTS, OPTIONS, g) for g in (0, 1)] == pytest.approx(served)


def test_standing_of_an_interest_that_nothing_touches() -> None:
    assert standing(np.array([0]), np.zeros((1, 2, 1)), np.array([2]), 0) == 0.5


PACKAGES = st.tuples(st.integers(0, 2), st.integers(0, 1)).map(np.array)


@given(belief=simplices().filter(lambda b: len(b) == 2), package=PACKAGES, rate=SHARE)
def test_an_offer_shifts_belief_towards_what_it_serves(belief: Floats, package: Any, rate: float) -> None:
    before = belief.copy()
    learn_from_offer(belief, package, EFFECTS, OPTIONS, rate)
    assert belief.sum() == pytest.approx(1.0)
    assert np.all(belief >= 0.0)
    served = [standing(package, EFFECTS, OPTIONS, g) for g in (0, 1)]
    if served[0] > served[1]:
        assert belief[0] >= before[0] - 1e-12
    if rate == 0.0:
        assert belief.tolist() == before.tolist()


def test_learning_from_an_offer_by_hand() -> None:
    belief = np.array([0.5, 0.5])
    learn_from_offer(belief, np.array([1, 0]), EFFECTS, OPTIONS, 0.5)
    target = (2 / 3) / (2 / 3 + 0.75)
    assert belief == pytest.approx(np.array([0.5 + 0.5 * (target - 0.5), 0.5 + 0.5 * (0.5 - target)]))


def test_an_offer_keeps_the_sum_even_where_noise_made_a_belief_negative() -> None:
    belief = np.array([-0.2, 0.7, 0.5])
    effects = np.array([[[1.0, -1.0, 0.5], [-1.0, 1.0, 0.0]]])
    learn_from_offer(belief, np.array([0]), effects, np.array([2]), 0.5)
    assert belief.sum() == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("belief", "package", "worth"),
    [
        ([1.0, 0.0], [2, 0], 1.0),
        ([1.0, 0.0], [0, 1], 0.0),
        ([1.0, 0.0], [1, 0], 2 / 3),
        ([0.0, 1.0], [1, 1], 0.75),
    ],
)
def test_what_an_offer_would_be_worth_were_the_claims_true(
    belief: list[float], package: list[int], worth: float
) -> None:
    assert offer_as_claimed(np.array(belief), np.array(package), EFFECTS, OPTIONS) == pytest.approx(worth)


def test_an_offer_on_which_nothing_depends_is_worth_a_half() -> None:
    assert offer_as_claimed(np.array([1.0]), np.array([0]), np.zeros((1, 2, 1)), np.array([2])) == 0.5


@given(belief=simplices().filter(lambda b: len(b) == 2), package=PACKAGES)
def test_worth_under_claims_is_a_utility(belief: Floats, package: Any) -> None:
    assert -1e-12 <= offer_as_claimed(belief, package, EFFECTS, OPTIONS) <= 1.0 + 1e-12


def test_contradiction_needs_more_than_two_standard_deviations() -> None:
    """A quarter of the doubts 0.08 + 0.12, and 0.04 between sides, clear channel: standard deviation 0.3."""
    doubt = np.array([0.08, 0.12])
    assert not contradicts(0.3, 0.899, doubt, 1.0)
    assert contradicts(0.3, 0.901, doubt, 1.0)
    assert not contradicts(0.9, 0.5, doubt, 1.0)


@given(worth=SHARE, expected=SHARE)
def test_through_a_dead_channel_nothing_contradicts(worth: float, expected: float) -> None:
    assert not contradicts(worth, expected, np.array([0.0, 0.0]), 0.0)


@pytest.mark.parametrize(
    ("belief", "truth", "known"),
    [
        ([0.7, 0.3], [0.7, 0.3], 1.0),
        ([0.5, 0.5], [0.7, 0.3], 0.0),
        ([0.3, 0.7], [0.7, 0.3], -1.0),
        ([0.6, 0.4], [0.7, 0.3], 0.5),
        ([0.9, 0.1], [0.5, 0.5], 1.0),
    ],
)
def test_understanding_by_hand(belief: list[float], truth: list[float], known: float) -> None:
    assert understanding(np.array(belief), np.array(truth)) == pytest.approx(known)


@pytest.fixture(scope="module")
def compiled_beliefs() -> Callable[..., Any]:
    import numba

    @numba.njit
    def learn(belief, doubt, heard, noise, trust, package, effects, options):  # type: ignore[no-untyped-def]
        learn_claim(belief, doubt, 1, heard, claim_scatter(noise, trust))
        learn_from_offer(belief, package, effects, options, 0.3)
        worth = offer_as_claimed(belief, package, effects, options)
        return worth, contradicts(worth, 0.9, doubt, 0.8), understanding(belief, doubt)

    return learn


@pytest.mark.skipif(not HAVE_NUMBA, reason="numba is not installed")
@settings(max_examples=50)
@given(heard=st.floats(-2.0, 3.0), noise=st.floats(0.0, 10.0), trust=SHARE, package=PACKAGES)
def test_compiled_beliefs_have_the_same_bits(
    compiled_beliefs: Callable[..., Any], heard: float, noise: float, trust: float, package: Any
) -> None:
    results = []
    for learn in (compiled_beliefs, compiled_beliefs.py_func):  # type: ignore[attr-defined]
        belief, doubt = np.array([0.4, 0.6]), np.array([0.013, 0.007])
        answer = learn(belief, doubt, heard, noise, trust, package, EFFECTS, OPTIONS)
        results.append((answer, belief.tolist(), doubt.tolist()))
    assert results[0] == results[1]
    assert not math.isnan(results[0][0][0])
