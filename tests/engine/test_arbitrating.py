"""Awards: the arbitrator's own package, one of the last offers, and whether it is carried out."""

from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.concepts import AWARD, AWARDS, TALKING
from negotiation_sim.engine.arbitrating import decide
from negotiation_sim.rules.preferences import fill_values, utility

Make = Callable[..., Any]
CONVENTIONAL, FINAL_OFFER = AWARDS.index("conventional"), AWARDS.index("final_offer")


def arbitrated(bargaining: Make, **fields: Any) -> Any:
    return bargaining(**({"stage_award": CONVENTIONAL, "stage_enforcement": 1.0, "stage_insight": 1.0} | fields))


def award(bargain: Any) -> list[int]:
    decide(bargain.case, bargain.table, 0)
    return bargain.table.offer.tolist()


def worst_and_sum(values: Any, lines: Any, package: tuple[int, ...], seats: list[int]) -> float:
    surplus = [utility(values[p], np.array(package)) - lines[p] for p in range(3) if seats[p] == 1]
    return min(surplus) + 0.1 * sum(surplus)


@settings(max_examples=40)
@given(run=st.integers(0, 10**6), seats=st.sampled_from([[1, 1, 1], [1, 1, 0], [0, 1, 1]]))
def test_with_full_insight_the_award_is_the_best_for_the_worst_off_at_the_table(
    bargaining: Make, run: int, seats: list[int]
) -> None:
    """Two issues of three levels can all be tried; the search is a climb, so it may miss by a little."""
    bargain = arbitrated(
        bargaining, run=run, importance_spread=1.0, reservation=0.3, reservation_spread=0.2, stage_seats=seats
    )
    table = bargain.table
    found = worst_and_sum(table.values, table.reservation, tuple(award(bargain)), seats)
    best = max(worst_and_sum(table.values, table.reservation, p, seats) for p in product(range(3), repeat=2))
    assert best - 0.1 < found <= best + 1e-12
    assert table.ending[0] == AWARD


def test_an_award_by_hand(bargaining: Make) -> None:
    """What one side gains at an end the other loses; the middle is worth 0.575, 0.675 and 1."""
    assert award(arbitrated(bargaining)) == [1, 1]


def test_without_insight_the_arbitrator_sees_only_the_public_picture(bargaining: Make) -> None:
    bargain = arbitrated(bargaining, stage_insight=0.0, importance_spread=1.0, reservation_spread=0.3, run=5)
    award(bargain)
    case, table = bargain.case, bargain.table
    for p in range(3):
        public = np.zeros((2, 3))
        fill_values(case.shares[p], case.effects, case.options, 2, public)
        assert table.estimates[p] == pytest.approx(public)
        assert not np.allclose(table.estimates[p], table.values[p])
    assert table.lines.tolist() == [0.4] * 3 != table.reservation.tolist()


def test_half_the_insight_is_half_way_to_the_truth(bargaining: Make) -> None:
    bargain = arbitrated(bargaining, stage_insight=0.5, reservation=0.4)
    bargain.table.reservation[:] = [0.2, 0.4, 0.8]
    bargain.table.importance[0] = [0.1, 0.9]
    award(bargain)
    assert bargain.table.lines == pytest.approx([0.3, 0.4, 0.6])
    halfway = np.zeros((2, 3))
    fill_values(np.array([0.5, 0.5]), bargain.case.effects, bargain.case.options, 2, halfway)
    assert bargain.table.estimates[0] == pytest.approx(halfway)


def offers(bargain: Any, *packages: list[int] | None) -> Any:
    for p, package in enumerate(packages):
        if package is not None:
            bargain.table.offered[p] = 1
            bargain.table.last_offers[p] = package
    return bargain


def test_a_final_offer_arbitrator_takes_the_offer_that_leaves_the_worst_off_side_most(bargaining: Make) -> None:
    bargain = offers(arbitrated(bargaining, stage_award=FINAL_OFFER), [2, 2], [0, 1], [2, 1])
    table = bargain.table
    worth = [worst_and_sum(table.values, table.reservation, p, [1, 1, 1]) for p in ((2, 2), (0, 1), (2, 1))]
    assert award(bargain) == [[2, 2], [0, 1], [2, 1]][int(np.argmax(worth))]
    assert award(bargain) != [1, 1]


def test_a_conventional_award_is_bound_by_no_offer(bargaining: Make) -> None:
    assert award(offers(arbitrated(bargaining), [2, 2], [0, 0], [2, 2])) == [1, 1]


def test_who_has_offered_nothing_or_has_no_seat_cannot_win(bargaining: Make) -> None:
    bargain = offers(arbitrated(bargaining, stage_award=FINAL_OFFER), [2, 2], None, None)
    bargain.table.last_offers[1] = [1, 1]
    assert award(bargain) == [2, 2]
    bargain = offers(arbitrated(bargaining, stage_award=FINAL_OFFER, stage_seats=[1, 1, 0]), [2, 2], [0, 0], [1, 1])
    assert award(bargain) in ([2, 2], [0, 0])


def test_where_nobody_has_offered_anything_the_arbitrator_writes_a_package(bargaining: Make) -> None:
    assert award(arbitrated(bargaining, stage_award=FINAL_OFFER)) == [1, 1]


def test_no_award_holds_a_clause_that_nobody_has_thought_of(bargaining: Make) -> None:
    bargain = arbitrated(bargaining, clauses=[[0.9, 0.9]])
    assert award(bargain) == [1, 1, 0]
    bargain.table.options[2] = 2
    assert award(bargain) == [1, 1, 1]


@pytest.mark.parametrize(
    ("enforcement", "line", "ending"),
    [
        (0.0, 0.57, AWARD),
        (0.0, 0.58, TALKING),
        (0.1, 0.67, AWARD),
        (0.1, 0.68, TALKING),
        (0.99, 1.0, AWARD),
        (1.0, 1.0, AWARD),
    ],
)
def test_an_award_is_carried_out_as_far_as_sides_put_up_with_it(
    bargaining: Make, enforcement: float, line: float, ending: int
) -> None:
    """The middle is worth 0.575 to side 0: from a recommendation (0) to what always binds (1)."""
    bargain = arbitrated(bargaining, stage_enforcement=enforcement)
    bargain.table.perceived[0] = line
    decide(bargain.case, bargain.table, 0)
    assert bargain.table.offer.tolist() == [1, 1]
    assert bargain.table.ending[0] == ending


def test_a_full_award_binds_even_whom_it_leaves_with_nothing(bargaining: Make) -> None:
    bargain = offers(arbitrated(bargaining, stage_award=FINAL_OFFER, stage_insight=0.0), [2, 2], None, None)
    bargain.table.perceived[:] = 1.5
    decide(bargain.case, bargain.table, 0)
    assert bargain.table.ending[0] == AWARD


def test_who_has_no_seat_is_neither_weighed_nor_asked(bargaining: Make) -> None:
    bargain = arbitrated(bargaining, stage_seats=[1, 1, 0], stage_enforcement=0.0, reservation=0.1)
    bargain.table.perceived[2] = 1.5
    decide(bargain.case, bargain.table, 0)
    assert bargain.table.ending[0] == AWARD


def test_who_walked_away_is_weighed_and_asked_all_the_same(bargaining: Make) -> None:
    bargain = arbitrated(bargaining, stage_enforcement=0.0)
    bargain.table.present[0] = 0
    bargain.table.perceived[0] = 1.5
    decide(bargain.case, bargain.table, 0)
    assert bargain.table.present.tolist() == [1, 1, 1]
    assert bargain.table.ending[0] == TALKING
