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
    assert len(rows) == 6 + 5 + 2 * 4 + 3


@pytest.mark.parametrize(("conflict", "edges"), [(0.3, [0.0, 1.0]), (0.2, [0.0, 0.1, 1.0]), (0.125, [0.0, 0.25, 1.0])])
def test_intervals_of_direct_talk_grow_by_four_conflicts(conflict: float, edges: list[float]) -> None:
    assert mediated_talk.cuts(conflict) == pytest.approx(edges)


def test_direct_talk_through_a_mediator_without_noise_is_direct_talk() -> None:
    silent = mediated_talk.equilibrium_with(0.2, 0.0)
    assert silent.cutoff == pytest.approx(0.1)
    assert mediated_talk.loss_of(silent) == pytest.approx(mediated_talk.direct_loss(0.2))


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


def test_a_cutoff_off_the_right_one_is_noticed(
    monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    exact = mediated_talk.mediator_for
    monkeypatch.setattr(
        mediated_talk, "mediator_for", lambda conflict: exact(conflict)._replace(cutoff=exact(conflict).cutoff + 0.05)
    )
    assert "most that a speaker gains by another report" in failing("mediated_talk")
