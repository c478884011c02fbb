"""The check of the time-dependent tactics holds, and does not where clock or formula are wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from negotiation_sim.validation import time_tactics
from negotiation_sim.validation.report import Checked


def test_demands_are_those_of_the_formulas(checked: Callable[[str], Checked]) -> None:
    """Broken once in rules/concession.py: `party.firmness` made `1 / party.firmness` in `faratin_polynomial`, and `1.0
    - view.clock` made `view.clock` in `faratin_exponential`; each failed here."""
    rows = checked("time_tactics").rows
    assert [row.what for row in rows if not row.holds] == []
    assert len(rows) == 5


def test_a_clock_that_is_a_round_late_is_noticed(
    monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    monkeypatch.setattr(time_tactics, "time_after", lambda round_no: (round_no + 1) / time_tactics.ROUNDS)
    assert len(failing("time_tactics")) == 4


def test_the_other_formula_is_noticed(monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]) -> None:
    exact = time_tactics.given_up
    monkeypatch.setattr(
        time_tactics, "given_up", lambda tactic, time: exact(tactic._replace(rule="faratin_polynomial"), time)
    )
    assert len(failing("time_tactics")) == 2
