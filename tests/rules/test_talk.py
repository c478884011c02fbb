"""What is said: to whom, of how many interests, and how far bent."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.concepts import Disclosure, Party, View
from negotiation_sim.rules.talk import claim, speak_of_interests, state_positions, trusts_enough

SHARE = st.floats(0.0, 1.0)
MEDIATOR = 3


@pytest.mark.parametrize(
    ("trust", "disclosed", "enough"), [(0.3, 0, True), (0.29, 0, False), (0.25, 1, True), (0.24, 2, False)]
)
def test_trust_against_the_threshold_which_openness_lowers(
    party: Callable[..., Party], view: Callable[..., View], trust: float, disclosed: int, enough: bool
) -> None:
    seen = view(3, trust=np.array([1.0, trust, 1.0, 1.0]), disclosed=np.array([0, disclosed, 0]))
    assert trusts_enough(party(), seen, 1) == enough


@given(trust=SHARE, threshold=SHARE)
def test_the_mediator_has_a_threshold_of_its_own(
    party: Callable[..., Party], view: Callable[..., View], trust: float, threshold: float
) -> None:
    side = party(disclosure_threshold=0.0, disclosure_threshold_mediator=threshold)
    seen = view(3, trust=np.array([1.0, 1.0, 1.0, trust]))
    assert trusts_enough(side, seen, MEDIATOR) == (trust >= threshold)


@pytest.mark.parametrize("listener", [1, 2, MEDIATOR])
def test_interest_based_talk_tells_whom_it_trusts(
    party: Callable[..., Party], view: Callable[..., View], listener: int
) -> None:
    side = party(exaggeration=0.2)
    trusting = view(3, trust=np.ones(4))
    wary = trusting._replace(trust=np.where(np.arange(4) == listener, 0.1, 1.0))
    assert speak_of_interests(side, trusting, listener) == Disclosure(2, 0.2)
    assert speak_of_interests(side, wary, listener) == Disclosure(0, 0.0)


@given(trust=SHARE)
def test_positional_talk_tells_nobody_but_a_trusted_mediator(
    party: Callable[..., Party], view: Callable[..., View], trust: float
) -> None:
    seen = view(3, trust=np.array([1.0, 1.0, 1.0, trust]))
    assert [state_positions(party(), seen, other) for other in (1, 2)] == [Disclosure(0, 0.0)] * 2
    assert (state_positions(party(), seen, MEDIATOR).items == 2) == (trust >= 0.3)


@given(own=SHARE, belief=SHARE, exaggeration=SHARE)
def test_a_claim_lies_between_truth_and_what_the_listener_cares_about(
    own: float, belief: float, exaggeration: float
) -> None:
    said = claim(own, belief, exaggeration)
    assert min(own, belief) - 1e-12 <= said <= max(own, belief) + 1e-12
    assert claim(own, belief, 0.0) == own
    assert claim(own, belief, 1.0) == pytest.approx(belief)


@given(exaggeration=SHARE)
def test_all_claims_together_still_sum_to_1(exaggeration: float) -> None:
    own, believed = [0.7, 0.2, 0.1], [0.1, 0.3, 0.6]
    said = [claim(a, b, exaggeration) for a, b in zip(own, believed, strict=True)]
    assert sum(said) == pytest.approx(1.0)
