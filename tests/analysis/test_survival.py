"""Time to agreement: by hand, against plain counting, and against the curve that would mislead."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.duration.survfunc import SurvfuncRight

from negotiation_sim.analysis.intervals import rate
from negotiation_sim.analysis.survival import AGREED, CENSORED, ENDED_OTHERWISE, cumulative_incidence, time_to_agreement
from negotiation_sim.concepts import AGREEMENT, AWARD, DEADLINE, PARTIAL, WALK_AWAY

LAST = 12


def test_with_deadlines_of_different_length_by_hand() -> None:
    # Of 4 runs one agrees in round 1; one reaches its deadline in round 2; of the 2 left one agrees in round 3, so half
    # of the 3/4 that were still talking; the last walks away in round 4.
    found = cumulative_incidence(np.array([1, 2, 3, 4]), np.array([AGREED, CENSORED, AGREED, ENDED_OTHERWISE]))
    assert found.rounds.tolist() == [1, 2, 3, 4]
    assert found.share == pytest.approx([0.25, 0.25, 0.625, 0.625])


def test_where_only_the_deadline_ends_talks_without_a_deal_the_error_is_greenwoods() -> None:
    # 1 of 4 agrees in round 1, 1 of 2 in round 3: still talking 3/4 x 1/2, its variance by Greenwood 1926.
    found = cumulative_incidence(np.array([1, 2, 3, 4]), np.array([AGREED, CENSORED, AGREED, CENSORED]))
    talking = 3 / 4 * 1 / 2
    variance = talking**2 * (1 / (4 * 3) + 1 / (2 * 1))
    worth = talking * (1 - talking) / variance
    z2 = 1.959964**2
    centre = (1 - talking + z2 / (2 * worth)) / (1 + z2 / worth)
    reach = (z2 * (variance + z2 / (4 * worth**2))) ** 0.5 / (1 + z2 / worth)
    assert (found.share[2], found.low[2], found.high[2]) == pytest.approx((5 / 8, centre - reach, centre + reach))


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(1, LAST), st.sampled_from([AGREEMENT, DEADLINE, WALK_AWAY, AWARD, PARTIAL])),
        min_size=1,
        max_size=60,
    )
)
def test_under_one_deadline_the_curve_counts_runs_and_its_intervals_are_wilsons(runs: list[tuple[int, int]]) -> None:
    endings = np.array([ending for _, ending in runs])
    rounds = np.where(endings == DEADLINE, LAST, [number for number, _ in runs])
    found = time_to_agreement(rounds, endings)
    assert found.rounds.tolist() == sorted(set(rounds.tolist()))
    for i, last in enumerate(found.rounds):
        expected = rate(int(((rounds <= last) & (endings == AGREEMENT)).sum()), len(runs))
        assert (found.share[i], found.low[i], found.high[i]) == pytest.approx(tuple(expected), abs=1e-9)


def test_more_would_seem_to_agree_if_those_who_walk_away_were_censored() -> None:
    rng = np.random.default_rng(1)
    rounds = rng.integers(1, LAST, 300)
    endings = rng.choice([AGREEMENT, WALK_AWAY], 300)
    found = time_to_agreement(rounds, endings)
    kaplan_meier = 1.0 - SurvfuncRight(rounds, (endings == AGREEMENT).astype(int)).surv_prob
    assert found.share[-1] == pytest.approx((endings == AGREEMENT).mean())
    assert kaplan_meier[-1] > found.share[-1] + 0.1


def test_a_ladder_that_ran_out_early_is_over_and_not_censored() -> None:
    """A dispute that the employer evaded ends after no round; nobody would have agreed later."""
    rounds, endings = np.repeat([0, 3, 9], 40), np.repeat([DEADLINE, AGREEMENT, DEADLINE], 40)
    found = time_to_agreement(rounds, endings)
    assert found.share.tolist() == pytest.approx([0.0, 1 / 3, 1 / 3])


def test_the_round_by_which_half_have_agreed() -> None:
    found = time_to_agreement(np.array([2, 4, 6, 8]), np.array([AGREEMENT, AGREEMENT, WALK_AWAY, AGREEMENT]))
    assert [found.round_by_which(share) for share in (0.25, 0.5, 0.6, 0.9)] == [2, 4, 8, None]


def test_every_run_has_rounds_and_an_ending() -> None:
    with pytest.raises(ValueError, match="there are 0 and 0"):
        time_to_agreement(np.array([]), np.array([]))
    with pytest.raises(ValueError, match="there are 2 and 1"):
        time_to_agreement(np.array([1, 2]), np.array([1]))
