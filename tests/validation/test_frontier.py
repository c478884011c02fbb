"""The check of the Pareto frontier holds, and does not where the frontier is wrong."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from negotiation_sim.analysis.frontier import pareto_frontier
from negotiation_sim.validation import frontier
from negotiation_sim.validation.report import Checked


def test_the_frontier_is_what_definition_and_integer_programming_say(checked: Callable[[str], Checked]) -> None:
    """Broken once in analysis/frontier.py, `_scan`: `<` made `<=`, and `party in range(1, ...)`; each failed here."""
    found = checked("frontier")
    assert [row.what for row in found.rows if not row.holds] == []
    assert len(found.rows) == 3
    assert found.evidence.packages == 6**6


@pytest.mark.parametrize(
    ("wrong", "noticed"),
    [
        (lambda utilities: pareto_frontier(utilities[:, :-1]), 2),  # one side forgotten
        (lambda utilities: np.arange(len(utilities)), 2),  # everything is efficient
        (lambda utilities: pareto_frontier(utilities)[:1], 2),  # only one package is
    ],
)
def test_a_wrong_frontier_is_noticed_in_small_spaces_and_in_the_large_one(
    wrong: Callable[..., object], noticed: int, monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    monkeypatch.setattr(frontier, "pareto_frontier", wrong)
    assert len(failing("frontier")) >= noticed
