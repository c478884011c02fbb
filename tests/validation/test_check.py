"""When a row holds."""

from __future__ import annotations

import pytest

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.validation.check import at_least, at_most, by_chance, count, same


@pytest.mark.parametrize(("measured", "holds"), [(0.5, True), (0.509, True), (0.511, False), (0.489, False)])
def test_what_is_exact_may_differ_by_the_tolerance(measured: float, holds: bool) -> None:
    assert same("share", 0.5, measured, tolerance=0.01).holds == holds


@pytest.mark.parametrize(("expected", "holds"), [(0.4, True), (0.5, True), (0.6, True), (0.39, False), (0.61, False)])
def test_what_is_estimated_must_have_the_expected_number_in_its_interval(expected: float, holds: bool) -> None:
    assert by_chance("share", expected, Interval(0.5, 0.4, 0.6)).holds == holds


def test_bounds_are_for_the_whole_interval() -> None:
    measured = Interval(0.5, 0.4, 0.6)
    assert at_least("share", 0.4, measured).holds
    assert not at_least("share", 0.41, measured).holds
    assert at_most("share", 0.6, measured).holds
    assert not at_most("share", 0.59, measured).holds
    assert at_least("share", 0.5, Interval(0.5, None, None)).holds


def test_a_count_must_be_the_expected_one() -> None:
    assert count("spaces", 3, 3).holds
    assert not count("spaces", 3, 4).holds
