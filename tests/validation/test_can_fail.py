"""Every check has a line that turns it red: benchmarks/validation_can_fail.py breaks them, here they are found."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from negotiation_sim.validation.catalogue import CHECKS

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
FULL_SIZE = runpy.run_path(str(BENCHMARKS / "validation_can_fail.py"))


@pytest.mark.parametrize("one", FULL_SIZE["BREAKS"], ids=lambda one: f"{one.check}: {one.how}")
def test_the_line_that_is_to_be_broken_is_there_once(one: object) -> None:
    """Broken once in validation_can_fail.py: `product *= column` made `product *= columns`; failed here."""
    file = FULL_SIZE["SOURCES"] / "negotiation_sim" / one.file
    assert file.read_text(encoding="utf-8").count(one.old) == 1
    assert one.old != one.new


def test_every_check_has_a_break_and_its_outcome_is_kept() -> None:
    kept = (BENCHMARKS / "validation_can_fail.txt").read_text(encoding="utf-8")
    assert {one.check for one in FULL_SIZE["BREAKS"]} >= set(CHECKS)
    assert all(one.how in kept for one in FULL_SIZE["BREAKS"] if one.check in CHECKS)
    assert "breaks that turn nothing red: none" in kept
    assert "checks without a break: none" in kept
