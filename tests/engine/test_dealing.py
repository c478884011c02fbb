"""The start of a run."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.engine.dealing import deal, open_series
from negotiation_sim.rules.preferences import utility

Make = Callable[..., Any]


@given(
    run=st.integers(0, 10**6),
    reservation=st.floats(0.0, 1.0),
    spread=st.floats(0.0, 0.5),
    optimism=st.floats(0.0, 0.5),
)
def test_reservation_values_are_utilities_within_their_spread(
    bargaining: Make, run: int, reservation: float, spread: float, optimism: float
) -> None:
    table = bargaining(run=run, reservation=reservation, reservation_spread=spread, optimism=optimism).table
    for seat in range(3):
        true, perceived = table.reservation[seat], table.perceived[seat]
        assert max(0.0, reservation - spread) <= true <= min(1.0, reservation + spread)
        assert true <= perceived <= min(1.0, true + 2 * optimism)
        assert table.opening_line[seat] == perceived


def test_spread_and_optimism_have_the_mean_that_is_written(bargaining: Make) -> None:
    tables = [bargaining(run=run, reservation=0.5, reservation_spread=0.1, optimism=0.08).table for run in range(300)]
    true = np.array([table.reservation for table in tables])
    overrated = np.array([table.perceived for table in tables]) - true
    assert true.mean() == pytest.approx(0.5, abs=4 * 0.1 / np.sqrt(3 * 900))
    assert overrated.mean() == pytest.approx(0.08, abs=4 * 0.08 / np.sqrt(3 * 900))


def test_without_spread_everything_is_as_written(bargaining: Make) -> None:
    bargain = bargaining(reservation=[0.3, 0.4, 0.5])
    assert bargain.table.importance == pytest.approx(bargain.case.shares)
    assert bargain.table.reservation.tolist() == bargain.table.perceived.tolist() == [0.3, 0.4, 0.5]


def test_the_sides_know_each_others_ideals_and_nothing_of_their_interests(bargaining: Make) -> None:
    bargain = bargaining(importance_spread=1.0, trust=[0.3, 0.4, 0.5], trust_in_mediator=[0.6, 0.7, 0.8])
    table = bargain.table
    assert np.all(table.beliefs == 0.5)
    assert table.doubt == pytest.approx(np.full((3, 3, 2), 0.01))
    for seat in range(3):
        assert table.positions[seat].tolist() == table.ideal.tolist()
        for other in range(3):
            asked = utility(table.values[seat], table.ideal[other])
            assert table.raw[seat, other] == table.understood[seat, other] == asked
            assert table.opening[seat, other] == asked
        assert utility(table.values[seat], table.ideal[seat]) == pytest.approx(1.0)
    assert table.trust[:, :3].tolist() == [[0.3] * 3, [0.4] * 3, [0.5] * 3]
    assert table.trust[:, 3].tolist() == [0.6, 0.7, 0.8]
    assert table.mediator_lines.tolist() == bargain.case.reservation.tolist()
    assert np.all(table.mediator_beliefs == 0.5)


def test_first_demand_is_that_of_the_first_round(bargaining: Make) -> None:
    bargain = bargaining(deadline=10, reservation=0.4, firmness=1.0)
    assert bargain.table.aspiration == pytest.approx(np.full(3, 1.0 - 0.6 * 0.1))


DISPUTE = {
    "stages": 3,
    "stage_rounds": 4,
    "stage_preparation": 2,
    "stage_pull": [0.0, 1.0, 1.0],
    "stage_intensity": [0.0, 0.0, 1.0],
    "stage_caller": [-1, -1, 0],
    "legal_awareness": 1.0,
    "reluctance": [0.3, 0.0, 0.0],
    "clauses": [[0.3, 0.3], [0.5, -0.2]],
    "members": 5,
    "places": 2,
    "organisations": 2,
    "organisation_shares": [[[0.7, 0.3], [0.4, 0.6]]] * 3,
    "organisation_weight": [[0.6, 0.4]] * 3,
    "organisation_reach": [[1.0, 0.5]] * 3,
}


@pytest.mark.parametrize(
    ("parts", "unused"),
    [
        pytest.param({}, {"organisation_importance"}, id="plain talks"),
        pytest.param(DISPUTE, set(), id="a dispute of delegations"),
    ],
)
def test_a_used_table_is_set_as_a_new_one(bargaining: Make, parts: dict[str, Any], unused: set[str]) -> None:
    """Whatever an earlier run left behind that a rule could see is cleared."""
    spread = {"importance_spread": 1.0, "reservation_spread": 0.1, "optimism": 0.1}
    fresh = bargaining(run=7, **spread, **parts)
    used = bargaining(run=3, **spread, **parts)
    for name, array in used.table._asdict().items():
        if name != "number":
            array[...] = 3 if array.dtype == np.int64 else 0.7
    open_series(used.table, 1, 7)
    deal(*used)
    used.table.values[:, 2:, 2] = 0.0  # a clause has two options
    # The rest is written in a round before it is read: memory is read as far as offers were heard.
    rewritten = {
        "memory",
        "speaker",
        "offer",
        "heard",
        "felt",
        "clarity",
        "items",
        "bend",
        "scores",
        "scratch",
        "interest_scratch",
    }
    rewritten |= {"last_offers", "carried_trust", "kept", "checked", "taste", "ranks"} | unused
    rewritten |= {"estimates", "lines", "weights", "surplus", "candidate"}
    for name, array in fresh.table._asdict().items():
        if name not in rewritten:
            assert np.array_equal(getattr(used.table, name), array), name


def test_what_is_dealt_depends_on_seed_and_run_alone(bargaining: Make) -> None:
    spread = {"importance_spread": 1.0, "reservation_spread": 0.1}
    first, again = bargaining(seed=2, run=5, **spread).table, bargaining(seed=2, run=5, **spread).table
    assert np.array_equal(first.importance, again.importance)
    for other in (bargaining(seed=3, run=5, **spread).table, bargaining(seed=2, run=6, **spread).table):
        assert not np.any(other.reservation == first.reservation)
        assert not np.any(other.importance == first.importance)
