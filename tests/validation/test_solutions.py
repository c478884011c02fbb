"""The check of the bargaining solutions holds, and does not where one of them is another one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from negotiation_sim.validation import solutions
from negotiation_sim.validation.report import Checked


def test_solutions_are_what_definition_theory_and_optimisation_say(checked: Callable[[str], Checked]) -> None:
    """Broken once in analysis/solutions.py: `gains.min` made `gains.max` in `egalitarian`; the division by `ideal` left
    out of `kalai_smorodinsky`; `product *= column` made `+=`; each failed here."""
    rows = checked("solutions").rows
    assert [row.what for row in rows if not row.holds] == []
    assert len(rows) == 4 * 3 + 1


@pytest.mark.parametrize(
    ("name", "instead"),
    [("nash", "egalitarian"), ("kalai_smorodinsky", "nash"), ("egalitarian", "kalai_smorodinsky")],
)
def test_a_solution_that_is_another_one_is_noticed(
    name: str, instead: str, monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    monkeypatch.setattr(solutions, "SMALL_SPACES", 50)
    monkeypatch.setattr(solutions, "LARGE_SPACES", 3)
    monkeypatch.setitem(solutions.SOLUTIONS, name, solutions.SOLUTIONS[instead])
    found = failing("solutions")
    label = solutions._NAMES[name]
    assert len(found) == 3  # all but the trade of two issues, where the three agree
    assert all(what.startswith(label) for what in found)
