"""The mandate of a side that is a delegation."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.draws import Moment, organisation_at
from negotiation_sim.rules.preferences import draw_importance

Make = Callable[..., Any]
SHARES = [[0.9, 0.1], [0.5, 0.5], [0.2, 0.8]]
WEIGHTS = [0.5, 0.3, 0.2]


def delegation(bargaining: Make, side: int = 0, **fields: Any) -> Any:
    """Three organisations on one side; the others are one each. Returns the table as it is dealt."""
    counts = [0, 0, 0]
    counts[side] = 3
    plain = {
        "organisations": counts,
        "organisation_shares": [SHARES] * 3,
        "organisation_weight": [WEIGHTS] * 3,
        "organisation_reach": 1.0,
        "cohesion": 0.0,
    }
    return bargaining(places=3, **(plain | fields)).table


def test_heard_well_the_organisations_make_their_weighted_mean(bargaining: Make) -> None:
    table = delegation(bargaining)
    assert table.importance[0] == pytest.approx(np.array(WEIGHTS) @ np.array(SHARES))
    assert table.organisation_importance[0] == pytest.approx(np.array(SHARES))
    # A side that is one is as written.
    assert table.importance[1].tolist() == [0.1, 0.9]
    assert not table.organisation_importance[1].any()


@pytest.mark.parametrize("cohesion", [0.0, 0.4, 1.0])
def test_cohesion_draws_all_towards_their_mean_and_leaves_the_mean(bargaining: Make, cohesion: float) -> None:
    table = delegation(bargaining, cohesion=cohesion)
    mean = np.array(WEIGHTS) @ np.array(SHARES)
    assert table.importance[0] == pytest.approx(mean)
    assert table.organisation_importance[0] == pytest.approx(mean + (1 - cohesion) * (np.array(SHARES) - mean))


def test_a_spokesperson_who_hears_nobody_speaks_for_itself(bargaining: Make) -> None:
    table = delegation(bargaining, organisation_reach=[[1.0, 0.0, 0.0]] * 3)
    assert table.importance[0] == pytest.approx(SHARES[0])
    half = delegation(bargaining, organisation_reach=[[1.0, 0.5, 0.0]] * 3)
    assert half.importance[0] == pytest.approx(0.85 * np.array(SHARES[0]) + 0.15 * np.array(SHARES[1]))


@settings(max_examples=60)
@given(
    run=st.integers(0, 10**6),
    side=st.integers(0, 2),
    cohesion=st.floats(0.0, 1.0),
    reach=st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 1.0)),
    spread=st.just(0.0) | st.floats(1e-6, 5.0),
)
def test_importances_stay_shares(
    bargaining: Make, run: int, side: int, cohesion: float, reach: tuple[float, float], spread: float
) -> None:
    table = delegation(
        bargaining,
        side,
        run=run,
        cohesion=cohesion,
        organisation_reach=[[1.0, *reach]] * 3,
        importance_spread=spread,
    )
    own = table.organisation_importance[side]
    assert own.sum(axis=1) == pytest.approx(np.ones(3))
    assert table.importance[side].sum() == pytest.approx(1.0)
    assert min(own.min(), table.importance.min()) >= -1e-12
    lowest, highest = own.min(axis=0) - 1e-9, own.max(axis=0) + 1e-9
    assert np.all((lowest <= table.importance[side]) & (table.importance[side] <= highest))


def test_every_organisation_has_draws_of_its_own(bargaining: Make) -> None:
    table = delegation(bargaining, 1, run=3, importance_spread=1.0, organisation_shares=[[[0.5, 0.5]] * 3] * 3, seed=6)
    expected = np.zeros((3, 2))
    for o in range(3):
        draw_importance(np.array([0.5, 0.5]), 1.0, Moment(6, 3, 0), organisation_at(1, o), expected[o])
    assert table.organisation_importance[1] == pytest.approx(expected)
    assert len(set(expected[:, 0])) == 3


def test_values_follow_the_mandate(bargaining: Make) -> None:
    """Heard by nobody else, a spokesperson who wants the contrary of its side makes the contrary its ideal."""
    shares = [[0.0, 1.0], [1.0, 0.0], [1.0, 0.0]]
    table = delegation(
        bargaining, organisation_shares=[shares] * 3, organisation_reach=[[1.0, 0.0, 0.0]] * 3, cohesion=0.0
    )
    assert table.ideal[0].tolist() == [0, 0]
