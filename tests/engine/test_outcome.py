"""The row that is kept of a run."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from negotiation_sim.concepts import AGREEMENT, DEADLINE
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
