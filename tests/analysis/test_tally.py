"""Sums over runs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.analysis.tally import BLOCK, Tally
from negotiation_sim.engine.outcome import COLUMNS, SIDE_COLUMNS

ROLES = ("a", "b")
WIDTH = len(COLUMNS) + len(SIDE_COLUMNS) * 2 + 1


def some_rows(n: int) -> np.ndarray:
    rows = np.random.default_rng(3).random((n, WIDTH))
    rows[:, 0] = np.random.default_rng(4).integers(1, 4, n)
    rows[:, 2] = np.random.default_rng(5).integers(0, 3, n)
    return rows


def filled(rows: np.ndarray, cuts: list[int]) -> Tally:
    tally = Tally(ROLES, WIDTH)
    for part in np.split(rows, cuts):
        tally.add(np.ascontiguousarray(part))
    return tally


@given(st.lists(st.integers(0, 2500), max_size=6).map(sorted))
def test_chunking_changes_no_bit(cuts: list[int]) -> None:
    rows = some_rows(2500)
    whole, cut = filled(rows, []), filled(rows, cuts)
    assert cut.mean_of("joint_value") == whole.mean_of("joint_value")
    assert cut.side_mean("utility", "b") == whole.side_mean("utility", "b")
    assert cut.endings == whole.endings


def test_sums_are_those_of_numpy() -> None:
    rows = some_rows(1500)
    tally = filled(rows, [])
    deals = rows[rows[:, 0] == 1]
    assert tally.runs == 1500
    assert tally.agreements == len(deals)
    assert tally.text_deals == (deals[:, 2] == 2).sum()
    assert sum(tally.endings.values()) == 1500
    assert tally.mean_of("trust").value == pytest.approx(rows[:, COLUMNS.index("trust")].mean())
    of_deals = tally.mean_of_deals("rounds")
    assert of_deals is not None
    assert of_deals.value == pytest.approx(deals[:, 1].mean())
    half = 1.96 * deals[:, 1].std(ddof=1) / np.sqrt(len(deals))
    assert of_deals.high - of_deals.low == pytest.approx(2 * half, rel=0.01)  # type: ignore[operator]
    first_side = len(COLUMNS) + 2 * SIDE_COLUMNS.index("reservation")
    assert tally.side_mean("reservation", "b") == pytest.approx(rows[:, first_side + 1].mean())


def test_no_deal_gives_no_mean_of_deals() -> None:
    rows = some_rows(10)
    rows[:, 0] = 2
    tally = filled(rows, [])
    assert tally.mean_of_deals("rounds") is None
    assert tally.side_mean_of_deals("utility", "a") is None
    assert tally.agreement_rate.value == 0.0


def test_adding_the_totals_of_blocks_gives_the_bits_of_adding_their_rows() -> None:
    rows = some_rows(2300)
    whole, joined = Tally(ROLES, rows.shape[1]), Tally(ROLES, rows.shape[1])
    whole.add(rows)
    for start in range(0, len(rows), BLOCK):
        block = Tally(ROLES, rows.shape[1])
        block.add(rows[start : start + BLOCK])
        joined.add_block(block.totals, block.runs)
    assert joined.runs == whole.runs
    assert joined.totals.tobytes() == whole.totals.tobytes()
    assert joined.mean_of("trust") == whole.mean_of("trust")
