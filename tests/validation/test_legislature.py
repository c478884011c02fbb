"""The check of proposers by lot holds, and does not where quota, shares or lots are wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from negotiation_sim.validation import legislature
from negotiation_sim.validation.report import Checked


def test_shares_are_those_of_the_theory_and_nobody_gains_by_deviating(checked: Callable[[str], Checked]) -> None:
    """Broken once in scenario/quota.py: `math.ceil` made `math.floor`; failed here."""
    rows = checked("legislature").rows
    assert [row.what for row in rows if not row.holds] == []
    assert len(rows) == 3 * 6 + 1 + 2


def test_a_quota_of_one_too_few_is_noticed(
    monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    exact = legislature.legislature
    monkeypatch.setattr(
        legislature, "legislature", lambda sides, yes, d: exact(sides, yes, d)._replace(needed=max(2, yes - 1))
    )
    assert "three sides, 3 yeses: most gained by one deviation" in failing("legislature")


def test_lots_that_favour_one_side_are_noticed(
    monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    even = legislature.even_numbers
    monkeypatch.setattr(legislature, "even_numbers", lambda count, who: even(count, who) ** 1.3)
    found = failing("legislature")
    assert found != []
    assert all(what.endswith("worth to a side before the lot") for what in found)
