"""Linear programming over mechanisms: known answers, and what it must not miss."""

from __future__ import annotations

import numpy as np
import pytest

from negotiation_sim.validation.best_mechanism import GRIDS, best_mechanism, gain_by_any_report, without_grid


@pytest.mark.parametrize("conflict", [0.2, 0.3])
def test_the_least_loss_on_a_grid_is_that_of_a_conflict_half_a_cell_smaller(conflict: float) -> None:
    """Worked out by summing by parts: b(1 - b)/3 at b - 1/(2m), less the spread 1/(12 m²) within a cell.

    Broken once in best_mechanism.py: `acts - states[:, None] - conflict` without the conflict; failed here.
    """
    grid = 10
    smaller = conflict - 1.0 / (2.0 * grid)
    expected = smaller * (1.0 - smaller) / 3.0 - 1.0 / (12.0 * grid**2)
    assert best_mechanism(conflict, grid, is_free=True).loss == pytest.approx(expected, abs=1e-7)


def test_without_conflict_nothing_is_lost() -> None:
    assert best_mechanism(0.0, 6, is_free=True).loss == pytest.approx(0.0, abs=1e-8)


def test_recommendations_are_the_mean_state_behind_them_where_the_listener_is_free() -> None:
    best = best_mechanism(0.3, 10, is_free=True)
    assert best.chances.sum(axis=1) == pytest.approx(1.0)
    said = best.chances.sum(axis=0)
    means = best.chances.T @ best.states
    assert means[said > 1e-6] == pytest.approx((best.acts * said)[said > 1e-6], abs=1e-6)


def test_a_promise_helps_and_is_not_what_a_free_listener_would_do() -> None:
    free, bound = (best_mechanism(0.3, 10, is_free) for is_free in (True, False))
    assert bound.loss < free.loss - 0.01
    assert np.abs(bound.chances.T @ bound.states - bound.acts * bound.chances.sum(axis=0)).max() > 0.01


@pytest.mark.parametrize("is_free", [True, False])
def test_no_report_pays_though_only_those_of_neighbours_are_ruled_out(is_free: bool) -> None:
    assert gain_by_any_report(best_mechanism(0.2, 10, is_free), 0.2) <= 1e-7


def test_a_report_that_pays_is_found() -> None:
    best = best_mechanism(0.3, 10, is_free=True)
    telling_all = best._replace(chances=np.eye(10, len(best.acts)))
    assert gain_by_any_report(telling_all, 0.3) > 0.05


def test_a_parabola_is_drawn_on_to_its_value_at_nought() -> None:
    assert without_grid([0.25 + 3.0 / grid - 7.0 / grid**2 for grid in GRIDS]) == pytest.approx(0.25)
