"""The check of hill-climbers and annealers holds, and does not where votes or scaling are wrong."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import numpy as np
import pytest

from negotiation_sim.validation import single_text_voters as voters
from negotiation_sim.validation.report import Checked


def test_payoffs_have_the_order_of_a_prisoners_dilemma(checked: Callable[[str], Checked]) -> None:
    """Broken once in single_text_voters.py: `yes[0] & yes[1]` made `yes[0]`; failed here."""
    rows = checked("single_text_voters").rows
    assert [row.what for row in rows if not row.holds] == []
    assert len(rows) == 3 * 3 + 4


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> np.ndarray:
    """Tables of both sides for six games of eight issues."""
    monkeypatch.setattr(voters, "ISSUES", 8)
    monkeypatch.setattr(voters, "PROPOSALS", 1500)
    return 2.0 * np.random.default_rng(1).random((2, 6, 8, 8)) - 1.0


def worth(tables: np.ndarray, text: np.ndarray) -> float:
    return float(text @ tables @ text)


def test_annealers_who_want_the_same_find_the_best_text(small: np.ndarray) -> None:
    same = np.stack([small[0], small[0]])
    texts = voters.agreed_texts(same, np.arange(6), np.ones((6, 2), dtype=bool), np.random.default_rng(2))
    for game, text in enumerate(texts):
        best = max(worth(small[0, game], np.array(bits)) for bits in product([0.0, 1.0], repeat=8))
        assert worth(small[0, game], text) == pytest.approx(best)


def test_hill_climbers_end_where_no_single_change_helps_both(small: np.ndarray) -> None:
    texts = voters.agreed_texts(small, np.arange(6), np.zeros((6, 2), dtype=bool), np.random.default_rng(2))
    for game, text in enumerate(texts):
        for issue in range(8):
            changed = text.copy()
            changed[issue] = 1.0 - changed[issue]
            gains = [worth(small[p, game], changed) - worth(small[p, game], text) for p in range(2)]
            assert min(gains) <= 1e-9


def test_annealers_without_heat_are_noticed(
    monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    """Without heat an annealer is a hill-climber."""
    monkeypatch.setattr(voters, "GAMES", 10)
    monkeypatch.setattr(voters, "PROPOSALS", 3000)
    monkeypatch.setattr(voters, "HEAT", 1e-9)
    assert any("two annealers" in what for what in failing("single_text_voters"))
