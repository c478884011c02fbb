"""Votes on a single text, one change at a time: what stands, and over whose no the mediator passes."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from negotiation_sim.validation import single_text
from negotiation_sim.validation.single_text import Voting, agreed_texts

ISSUES = 8
GAMES = 6


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> np.ndarray:
    """Of both sides for six games of eight issues."""
    monkeypatch.setattr(single_text, "PROPOSALS", 1500)
    return 2.0 * np.random.default_rng(1).random((2, GAMES, ISSUES, ISSUES)) - 1.0


def played(tables: np.ndarray, voting: Voting) -> np.ndarray:
    return agreed_texts(tables, np.arange(GAMES), [voting] * GAMES, np.random.default_rng(2))


def worth(tables: np.ndarray, text: np.ndarray) -> float:
    return float(text @ tables @ text)


def test_annealers_who_want_the_same_find_the_best_text(tables: np.ndarray) -> None:
    texts = played(np.stack([tables[0], tables[0]]), Voting(anneal=(True, True)))
    for game, text in enumerate(texts):
        best = max(worth(tables[0, game], np.array(bits)) for bits in product([0.0, 1.0], repeat=ISSUES))
        assert worth(tables[0, game], text) == pytest.approx(best)


@pytest.mark.parametrize("voting", [Voting(), Voting(passes=True), Voting(passes=True, evenly=True)])
def test_hill_climbers_end_where_no_single_change_helps_both(tables: np.ndarray, voting: Voting) -> None:
    """Also where a mediator passed over them: at the end it no longer does."""
    for game, text in enumerate(played(tables, voting)):
        for issue in range(ISSUES):
            changed = text.copy()
            changed[issue] = 1.0 - changed[issue]
            gains = [worth(tables[p, game], changed) - worth(tables[p, game], text) for p in range(2)]
            assert min(gains) <= 1e-9


def test_a_mediator_that_never_passes_over_anybody_changes_nothing(
    tables: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_themselves = played(tables, Voting())
    assert not np.array_equal(played(tables, Voting(passes=True)), by_themselves)
    monkeypatch.setattr(single_text, "WEAK_LOSS", 1e9)
    monkeypatch.setattr(single_text, "STRONG_LOSS", 1e9)
    assert np.array_equal(played(tables, Voting(passes=True)), by_themselves)


def test_a_mediator_that_takes_every_no_for_its_true_loss_is_two_annealers(
    tables: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All losses alike: one issue alone is worth anything, and always the same to both."""
    alike = np.zeros_like(tables)
    alike[:, :, 0, 0] = 2.0
    monkeypatch.setattr(single_text, "PROPOSALS", 40)
    monkeypatch.setattr(single_text, "WEAK_LOSS", 2.0)
    annealers, mediated = (played(alike, voting) for voting in (Voting(anneal=(True, True)), Voting(passes=True)))
    assert np.array_equal(annealers[:, 0], mediated[:, 0])


def test_passing_evenly_over_two_who_want_the_opposite_leaves_as_many_issues_on(tables: np.ndarray) -> None:
    """Whatever is turned on passes over the second, whatever is turned off over the first: in turns."""
    against = np.zeros_like(tables)
    against[0], against[1] = np.eye(ISSUES), -np.eye(ISSUES)
    before = (np.random.default_rng(2).random((GAMES, ISSUES)) < 0.5).sum(axis=1)
    evenly, freely = (played(against, Voting(passes=True, evenly=evenly)).sum(axis=1) for evenly in (True, False))
    assert np.abs(evenly - before).max() <= 1
    assert np.abs(freely - before).max() > 1


def test_who_calls_every_no_strong_is_passed_over_less(tables: np.ndarray) -> None:
    against = np.zeros_like(tables)
    against[0], against[1] = np.eye(ISSUES), -np.eye(ISSUES)
    loud, honest = (played(against, Voting(passes=True, overstate=(is_loud, False))) for is_loud in (True, False))
    assert loud.sum() > honest.sum() + GAMES
