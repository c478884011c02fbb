"""The check of hill-climbers, annealers and their mediator holds, and does not where votes or scaling are wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from negotiation_sim.validation import single_text
from negotiation_sim.validation import single_text_voters as voters
from negotiation_sim.validation.report import Checked


def test_payoffs_have_the_order_of_a_prisoners_dilemma(checked: Callable[[str], Checked]) -> None:
    """Broken once in single_text.py: `.all(axis=0)` made `.any(axis=0)`; `passed > passed[::-1]` made `<`; each failed
    here."""
    rows = checked("single_text_voters").rows
    assert [row.what for row in rows if not row.holds] == []
    assert len(rows) == 7 * 3 + 10


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few games, and short ones."""
    monkeypatch.setattr(voters, "GAMES", 10)
    monkeypatch.setattr(single_text, "PROPOSALS", 3000)


@pytest.mark.usefixtures("short")
def test_annealing_without_heat_is_noticed(
    monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    """Without heat an annealer is a hill-climber, and a mediator passes over nobody."""
    monkeypatch.setattr(single_text, "HEAT", 1e-9)
    found = failing("single_text_voters")
    assert any("two annealers" in what for what in found)
    assert any("the mediator anneals, both are honest" in what for what in found)
    assert "both together, hill-climbers: an annealing mediator adds" in found


@pytest.mark.usefixtures("short")
def test_a_mediator_that_forgets_to_be_even_is_noticed(
    monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    exact = voters.agreed_texts
    monkeypatch.setattr(
        voters,
        "agreed_texts",
        lambda tables, game, voting, random: exact(tables, game, [v._replace(evenly=False) for v in voting], random),
    )
    assert "evenly annealing mediator, against honesty: honesty adds" in failing("single_text_voters")
