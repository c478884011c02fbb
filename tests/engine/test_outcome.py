"""The row that is kept of a run."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from negotiation_sim.concepts import AGREEMENT, AWARD, DEADLINE, PARTIAL, PROTOCOL_ONLY, WALK_AWAY
from negotiation_sim.engine.outcome import COLUMNS, column_names, new_rows, row_width, write_row
from negotiation_sim.rules.preferences import utility

Make = Callable[..., Any]
ROLES = ("a", "b", "c")


def named_row(bargain: Any) -> dict[str, float]:
    row = np.full(row_width(bargain.case), np.nan)
    write_row(bargain.case, bargain.table, row)
    return dict(zip(column_names(ROLES, ("x", "y")), row.tolist(), strict=True))


def test_every_column_has_a_name_and_a_place(bargaining: Make) -> None:
    bargain = bargaining()
    names = column_names(ROLES, ("x", "y"))
    assert len(names) == len(set(names)) == row_width(bargain.case) == len(COLUMNS) + 18 + 2
    assert new_rows(bargain.case, 4).shape == (4, len(names))
    assert not np.isnan(list(named_row(bargain).values())).any()


def test_a_deal_is_kept_with_what_it_is_worth_to_each(bargaining: Make) -> None:
    bargain = bargaining(reservation=[0.1, 0.2, 0.3], optimism=0.1)
    table = bargain.table
    table.ending[0], table.round_no[0], table.speaker[0] = AGREEMENT, 6, 3
    table.offer[:] = [1, 2]
    table.perceived[1] = 0.25
    row = named_row(bargain)
    worth = [utility(table.values[p], table.offer) for p in range(3)]
    assert (row["ending"], row["rounds"], row["proposer"]) == (AGREEMENT, 7, 3)
    assert [row[f"{role}.utility"] for role in ROLES] == pytest.approx(worth)
    assert row["joint_value"] == pytest.approx(sum(worth))
    assert row["least_surplus"] == pytest.approx(min(w - r for w, r in zip(worth, (0.1, 0.2, 0.3), strict=True)))
    assert [row[f"{role}.reservation"] for role in ROLES] == [0.1, 0.2, 0.3]
    assert [row[f"{role}.opening_line"] for role in ROLES] == table.opening_line.tolist()
    assert row["b.closing_line"] == 0.25 != row["b.opening_line"]
    assert (row["option.x"], row["option.y"]) == (1, 2)


def test_without_a_deal_each_side_has_its_true_reservation_value(bargaining: Make) -> None:
    bargain = bargaining(reservation=[0.1, 0.2, 0.3], optimism=0.3)
    bargain.table.ending[0], bargain.table.speaker[0] = DEADLINE, 1
    row = named_row(bargain)
    assert [row[f"{role}.utility"] for role in ROLES] == [0.1, 0.2, 0.3]
    assert row["joint_value"] == pytest.approx(0.6)
    assert (row["proposer"], row["least_surplus"], row["option.x"], row["option.y"]) == (-1, 0.0, -1, -1)


def test_means_and_shares(bargaining: Make) -> None:
    bargain = bargaining(trust=[0.2, 0.4, 0.6], trust_in_mediator=[0.1, 0.2, 0.6])
    table = bargain.table
    for seat in range(3):
        table.trust[seat, seat] = 9.0
    table.misheard[0], table.listened[0], table.found_out[0] = 3, 12, 2
    table.disclosures[:], table.occasions[:] = [1, 3], [4, 4]
    table.beliefs[0, 1] = table.importance[1]
    row = named_row(bargain)
    assert row["trust"] == pytest.approx(0.4)
    assert row["trust_in_mediator"] == pytest.approx(0.3)
    assert (row["misheard"], row["disclosed_to_sides"], row["disclosed_to_mediator"]) == (0.25, 0.25, 0.75)
    assert row["found_out"] == 2
    # Side 0 knows side 1 exactly; side 2 weighs all alike, which is what everybody thinks at first.
    assert row["a.understanding"] == pytest.approx(1.0)
    assert row["c.understanding"] == pytest.approx(0.0)


def test_shares_of_nothing_are_0(bargaining: Make) -> None:
    row = named_row(bargaining())
    assert (row["misheard"], row["disclosed_to_sides"], row["disclosed_to_mediator"]) == (0.0, 0.0, 0.0)


def test_payments_and_what_stoppages_cost_count(bargaining: Make) -> None:
    bargain = bargaining(reservation=0.2)
    table = bargain.table
    table.ending[0] = AGREEMENT
    table.offer[:] = [1, 1]
    table.payments[:] = [0.04, 0.0, -0.06]
    table.stoppage_paid[:] = [0.1, 0.2, 0.0]
    row = named_row(bargain)
    assert [row[f"{role}.utility"] for role in ROLES] == pytest.approx([0.575 + 0.04 - 0.1, 0.675 - 0.2, 0.94])
    assert [row[f"{role}.stoppage_cost"] for role in ROLES] == [0.1, 0.2, 0.0]
    assert row["least_surplus"] == pytest.approx(0.475 - 0.2)


@pytest.mark.parametrize("ending", [AGREEMENT, DEADLINE])
def test_what_comes_late_is_worth_less_to_who_discounts(bargaining: Make, ending: int) -> None:
    """After the seventh of ten rounds worth x discount^0.7 remains, of an alternative too; the payment counts."""
    rows = []
    for discount in ([1.0, 1.0, 1.0], [0.5, 1.0, 0.01]):
        bargain = bargaining(deadline=10, reservation=[0.1, 0.2, 0.3], discount=discount)
        bargain.table.ending[0], bargain.table.round_no[0] = ending, 6
        bargain.table.offer[:] = [1, 2]
        bargain.table.payments[:] = [0.1, 0.0, -0.1] if ending == AGREEMENT else 0.0
        rows.append(named_row(bargain))
    plain, late = ([row[f"{role}.utility"] for role in ROLES] for row in rows)
    assert late == pytest.approx([plain[0] * 0.5**0.7, plain[1], plain[2] * 0.01**0.7])
    assert [late[p] == plain[p] for p in range(3)] == [False, True, False]


@pytest.mark.parametrize("ending", [DEADLINE, WALK_AWAY, PROTOCOL_ONLY])
def test_without_any_deal_a_stoppage_was_for_nothing(bargaining: Make, ending: int) -> None:
    bargain = bargaining(reservation=0.5)
    bargain.table.ending[0] = ending
    bargain.table.stoppage_paid[1] = 0.2
    row = named_row(bargain)
    assert [row[f"{role}.utility"] for role in ROLES] == [0.5, 0.3, 0.5]
    assert (row["issues_signed"], row["option.x"], row["option.y"]) == (0, -1, -1)


def test_an_award_is_worth_what_it_holds_and_nobody_proposed_it(bargaining: Make) -> None:
    bargain = bargaining()
    bargain.table.ending[0] = AWARD
    bargain.table.offer[:] = [1, 1]
    row = named_row(bargain)
    assert [row[f"{role}.utility"] for role in ROLES] == pytest.approx([0.575, 0.675, 1.0])
    assert (row["proposer"], row["least_surplus"], row["issues_signed"], row["option.y"]) == (-1, 0.0, 2, 1)


def test_a_part_is_worth_its_gain_over_the_true_alternative(bargaining: Make) -> None:
    """All of issue x for side 0: a half, for half of its line; the perceived line does not count."""
    bargain = bargaining(reservation=0.4)
    table = bargain.table
    table.ending[0], table.signed[:], table.offer[:] = PARTIAL, [1, 0], [2, 0]
    table.perceived[:] = 0.9
    row = named_row(bargain)
    assert row["a.utility"] == pytest.approx(0.4 + 0.5 - 0.2)
    assert (row["issues_signed"], row["option.x"], row["option.y"]) == (1, 2, -1)


@pytest.mark.parametrize(("included", "signed", "option"), [(0, 2, -1), (1, 3, 1)])
def test_a_clause_is_signed_where_it_is_included(bargaining: Make, included: int, signed: int, option: int) -> None:
    bargain = bargaining(clauses=[[0.4, 0.2]])
    table = bargain.table
    table.ending[0], table.offer[:], table.options[2], table.found_in[2] = AGREEMENT, [1, 1, included], 2, 4
    row = np.full(row_width(bargain.case), np.nan)
    write_row(bargain.case, table, row)
    found = dict(zip(column_names(ROLES, ("x", "y", "clause")), row.tolist(), strict=True))
    assert (found["issues_signed"], found["option.clause"], found["options_found"]) == (signed, option, 1)


def test_the_course_of_a_dispute_is_kept(bargaining: Make) -> None:
    bargain = bargaining(stages=3)
    table = bargain.table
    table.stage[0], table.round_no[0], table.days[0], table.stoppage_days[0] = 2, 8, 21.0, 4.0
    table.refused[:2] = [[1, 0, 1], [0, 1, 0]]
    table.votes_failed[0], table.kept[0], table.checked[0] = 2, 9, 12
    row = named_row(bargain)
    assert (row["stage"], row["rounds"], row["days"], row["stoppage_days"]) == (3, 9, 21.0, 4.0)
    assert (row["refusals"], row["votes_failed"], row["compliance"]) == (3, 2, 0.75)
