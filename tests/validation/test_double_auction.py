"""The check of the double auction holds, and does not where bids, draws or intervals are wrong."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from negotiation_sim.validation import double_auction
from negotiation_sim.validation.report import Checked


def test_the_linear_equilibrium_realises_what_theory_says(checked: Callable[[str], Checked]) -> None:
    """Broken once in draws.py, `fine_unit`: `high >> 5` made `high >> 6`; and in analysis/intervals.py, `mean`:
    `total / n` made `total`; each failed here."""
    rows = checked("double_auction").rows
    assert [row.what for row in rows if not row.holds] == []
    assert len(rows) == 6


def test_bids_off_the_equilibrium_are_noticed(
    monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    monkeypatch.setattr(double_auction, "bid", lambda value: 0.6 * value + 0.1)
    found = failing("double_auction")
    assert "most that a buyer of any value gains by another bid" in found
    assert "gains from trade, mean (9/64)" in found


def test_values_that_are_not_even_are_noticed(
    monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    even = double_auction.even_numbers
    monkeypatch.setattr(double_auction, "even_numbers", lambda count, who: np.power(even(count, who), 1.1))
    assert any("mean" in what for what in failing("double_auction"))


def test_buyer_and_seller_have_numbers_of_their_own() -> None:
    values, costs = (double_auction.even_numbers(2000, who) for who in (0, 1))
    assert abs(np.corrcoef(values, costs)[0, 1]) < 0.07
