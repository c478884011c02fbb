"""The check of alternating offers holds, and does not where turns, quota or strategies are wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from negotiation_sim.validation import alternating_offers
from negotiation_sim.validation.report import Checked


def test_shares_are_those_of_the_theory_and_nobody_gains_by_deviating(checked: Callable[[str], Checked]) -> None:
    """Broken once in protocols/turns.py: `table.turn[0] += 1` made `+= 2`, so that the first always speaks; failed."""
    rows = checked("alternating_offers").rows
    assert [row.what for row in rows if not row.holds] == []
    assert len(rows) == 20


def test_a_wrong_turn_order_is_noticed(monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]) -> None:
    in_turn = alternating_offers.in_turn

    def a_turn_late(sides: int) -> Callable[[int], object]:
        lots = in_turn(sides)
        return lambda round_no: lots(round_no + 1)

    monkeypatch.setattr(alternating_offers, "in_turn", a_turn_late)
    monkeypatch.setattr(alternating_offers, "_LONG", 20)
    found = failing("alternating_offers")
    assert "two sides, discounts 0.9 and 0.8: share of the first" in found
    assert "deadline after round 2, discount 0.9: share of the first" in found
    assert "three sides, unanimity, discount 0.9: share of side 1" in found


def test_a_wrong_share_is_noticed(monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]) -> None:
    exact = alternating_offers.first_share
    monkeypatch.setattr(alternating_offers, "first_share", lambda own, other: exact(own, other) + 0.001)
    found = failing("alternating_offers")
    assert "two sides: most gained by one deviation" in found
    assert "the same by backward induction over 400 rounds" in found


def test_unanimity_that_needs_only_two_of_three_is_noticed(
    monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    monkeypatch.setattr(alternating_offers, "votes_needed", lambda quota, sides: 2)
    assert failing("alternating_offers") == ["three sides: most gained by one deviation"]


@pytest.mark.parametrize(("alternative", "share"), [(0.0, 0.9 / 1.9), (0.47, 0.9 / 1.9), (0.5, 0.5), (0.9, 0.9)])
def test_an_alternative_counts_only_when_it_beats_waiting(alternative: float, share: float) -> None:
    assert alternating_offers.induced((0.9, 0.9), 400, alternative)[0][1] == pytest.approx(share, abs=1e-12)
