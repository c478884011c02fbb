"""The check of talk and its mediator holds, and does not where strategies, noise or draws are wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from negotiation_sim.validation import mediated_talk
from negotiation_sim.validation.report import Checked


def test_losses_are_those_of_the_theory_and_nobody_gains_by_deviating(checked: Callable[[str], Checked]) -> None:
    """Broken once in draws.py, `fine_unit`: `high >> 5` made `high >> 6`; failed here."""
    rows = checked("mediated_talk").rows
    assert [row.what for row in rows if not row.holds] == []
    assert len(rows) == 6 + 5 + 2 * 4 + 2 * 4 + 4


@pytest.fixture
def one_programme(monkeypatch: pytest.MonkeyPatch) -> None:
    """Linear programming at one conflict only."""
    monkeypatch.setattr(mediated_talk, "PROGRAMMED", (0.2,))


@pytest.mark.usefixtures("one_programme")
def test_noise_off_the_right_one_is_noticed(
    monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    exact = mediated_talk.mediator_for
    monkeypatch.setattr(
        mediated_talk, "mediator_for", lambda conflict: exact(conflict)._replace(noise=exact(conflict).noise + 0.05)
    )
    found = failing("mediated_talk")
    assert "most that the listener gains by another answer" in found
    assert "conflict 0.3: share of high reports to hide, found by trying" in found


@pytest.mark.usefixtures("one_programme")
def test_a_cutoff_off_the_right_one_is_noticed(
    monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    exact = mediated_talk.mediator_for
    monkeypatch.setattr(
        mediated_talk, "mediator_for", lambda conflict: exact(conflict)._replace(cutoff=exact(conflict).cutoff + 0.05)
    )
    assert "most that a speaker gains by another report" in failing("mediated_talk")


@pytest.mark.usefixtures("one_programme")
def test_a_mediator_that_could_do_better_is_noticed(
    monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    """As if a speaker might be told from its neighbours: what is found loses less than the closed form."""
    exact = mediated_talk.best_mechanism
    monkeypatch.setattr(
        mediated_talk, "best_mechanism", lambda conflict, grid, is_free: exact(conflict - 0.01, grid, is_free)
    )
    assert failing("mediated_talk") == [
        "conflict 0.2, any mediator: least loss by linear programming",
        "conflict 0.2, a listener bound to obey: least loss by linear programming",
        "most that any report gains in what linear programming found",
    ]
