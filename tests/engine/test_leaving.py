"""Hope, leaving, and the end of talks."""

import math
from collections.abc import Callable
from typing import Any

import pytest

from negotiation_sim.concepts import AGREEMENT, DEADLINE, TALKING, WALK_AWAY
from negotiation_sim.engine.closing import close_round
from negotiation_sim.engine.leaving import best_prospect, consider_leaving

Make = Callable[..., Any]


def hopeless(bargain: Any, round_no: int = 6) -> Any:
    """Round 7 of 10; side 1's offers to side 0 went from 0.1 to 0.24, so that 0.3 would be reached."""
    table = bargain.table
    table.round_no[0] = round_no
    table.opening[0, 1], table.understood[0, 1], table.heard_offers[0, 1] = 0.1, 0.24, 3
    return bargain


def test_the_best_prospect_is_projected_from_all_who_made_an_offer_and_are_there(bargaining: Make) -> None:
    bargain = hopeless(bargaining())
    table = bargain.table
    assert best_prospect(bargain.case, table, 0) == pytest.approx(0.3)
    table.opening[0, 3], table.understood[0, 3], table.heard_offers[0, 3] = 0.35, 0.35, 1
    assert best_prospect(bargain.case, table, 0) == pytest.approx(0.35)
    table.heard_offers[0, 3] = 0
    table.present[1] = 0
    assert best_prospect(bargain.case, table, 0) == -math.inf


@pytest.mark.parametrize(("line", "stays"), [(0.29, True), (0.31, False)])
def test_a_side_without_hope_leaves_when_patience_ends(bargaining: Make, line: float, stays: bool) -> None:
    bargain = hopeless(bargaining(reservation=line, patience=3))
    left = []
    for _ in range(3):
        consider_leaving(bargain.case, bargain.table, 0)
        left.append(bargain.table.present[0] == 0)
    assert left == [False, False, not stays]


def test_hope_restores_patience(bargaining: Make) -> None:
    bargain = hopeless(bargaining(reservation=0.31, patience=2))
    for understood, rounds_without_hope in ((0.24, 1), (0.9, 0), (0.24, 1)):
        bargain.table.understood[0, 1] = understood
        consider_leaving(bargain.case, bargain.table, 0)
        assert bargain.table.hopeless[0] == rounds_without_hope
    assert bargain.table.present[0] == 1


@pytest.mark.parametrize(("patience", "round_no", "leaves"), [(1, 5, True), (1, 4, False), (0, 9, False)])
def test_nobody_leaves_in_the_first_half_or_with_endless_patience(
    bargaining: Make, patience: int, round_no: int, leaves: bool
) -> None:
    bargain = hopeless(bargaining(reservation=0.99, patience=patience), round_no)
    consider_leaving(bargain.case, bargain.table, 0)
    assert (bargain.table.present[0] == 0) == leaves


def test_a_mediator_at_work_keeps_sides_at_the_table(bargaining: Make) -> None:
    """Patience 2, skill 0.5 at full effort: four rounds without hope instead of two."""
    bargain = hopeless(bargaining(reservation=0.31, patience=2, skill=0.5))
    bargain.table.efforts[5] = 1.0
    rounds = 0
    while bargain.table.present[0] == 1:
        consider_leaving(bargain.case, bargain.table, 0)
        rounds += 1
    assert rounds == 4


@pytest.mark.parametrize(
    ("present", "needed", "round_no", "ending"),
    [
        ([1, 1, 1], 3, 4, TALKING),
        ([1, 1, 1], 3, 9, DEADLINE),
        ([1, 0, 1], 3, 4, WALK_AWAY),
        ([1, 0, 1], 2, 4, TALKING),
        ([1, 0, 1], 3, 9, WALK_AWAY),
    ],
)
def test_talks_end_without_enough_sides_or_time(
    bargaining: Make, present: list[int], needed: int, round_no: int, ending: int
) -> None:
    bargain = bargaining(needed=needed)
    bargain.table.present[:] = present
    bargain.table.round_no[0] = round_no
    close_round(bargain.case, bargain.table, bargain.rules, bargain.room)
    assert bargain.table.ending[0] == ending
    assert bargain.table.round_no[0] == round_no + (ending == TALKING)


def test_an_agreement_stays_one(bargaining: Make) -> None:
    bargain = bargaining()
    bargain.table.ending[0] = AGREEMENT
    bargain.table.round_no[0] = 9
    close_round(bargain.case, bargain.table, bargain.rules, bargain.room)
    assert (bargain.table.ending[0], bargain.table.round_no[0]) == (AGREEMENT, 9)


@pytest.mark.parametrize("bound", [{"stage_intensity": 0.1, "stage_caller": 0}, {"stage_award": 1}, {"stage_award": 2}])
def test_nobody_leaves_a_stoppage_or_an_arbitration(bargaining: Make, bound: dict[str, Any]) -> None:
    """Beside them stands a stage with neither, where the same side leaves."""
    for change, leaves in ((bound, False), ({}, True)):
        bargain = hopeless(bargaining(reservation=0.99, patience=1, **change))
        consider_leaving(bargain.case, bargain.table, 0)
        assert (bargain.table.present[0] == 0) == leaves
