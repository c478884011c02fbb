"""What is said of the kept draws, on draws made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from negotiation_sim.calibration.bands import BANDS
from negotiation_sim.calibration.parameters import PARAMETERS
from negotiation_sim.calibration.posterior import believed_worth, correlations, marginals, predicted
from negotiation_sim.calibration.rejection import Draws
from negotiation_sim.concepts import Floats

MIDDLE = np.array([(band.low + band.high) / 2 for band in BANDS])


def made(shares: Floats, kept: np.ndarray, shipped: Floats = MIDDLE) -> Draws:
    """Kept draws lie in the middle of all bands, the others far off."""
    shown = np.where(kept[:, None], MIDDLE, 0.0)
    return Draws(PARAMETERS, shares, shown, shown.copy(), shipped, runs=10)


@pytest.fixture
def even() -> Floats:
    return np.asarray(np.random.default_rng(1).random((4000, len(PARAMETERS))))


def test_a_number_the_data_say_nothing_of_is_as_wide_as_before(even: Floats) -> None:
    """Broken once in posterior.py, `marginals`: `/ MASS` left out; failed here."""
    first, *others = marginals(made(even, even[:, 0] > 0.75))
    assert first.width == pytest.approx(0.25, abs=0.02)
    for other in others:
        assert other.width == pytest.approx(1.0, abs=0.05)
    assert [one.has_moved for one in (first, *others)] == [True] + [False] * 5
    assert first.low == pytest.approx(PARAMETERS[0].at(0.7625), abs=0.01)
    assert first.middle == pytest.approx(PARAMETERS[0].at(0.875), abs=0.01)


def test_a_shipped_value_beyond_the_kept_draws_is_noticed(even: Floats) -> None:
    first, *_ = marginals(made(even, even[:, 0] > 0.75))
    assert (first.below, first.is_shipped_inside) == (0.0, False)
    first, *_ = marginals(made(even, even[:, 0] > 0.25))
    assert first.below == pytest.approx((0.5 - 0.25) / 0.75, abs=0.05)
    assert first.is_shipped_inside


def test_numbers_that_stand_in_for_one_another_are_tied(even: Floats) -> None:
    ties = correlations(made(even, np.abs(even[:, 0] + even[:, 1] - 1.0) < 0.05))
    assert ties[0, 1] < -0.9
    assert abs(ties[0, 2]) < 0.2


def test_bands_met_are_told_from_bands_missed(even: Floats) -> None:
    shipped = MIDDLE.copy()
    shipped[0] = 0.0
    draws = made(even, even[:, 0] > 0.5, shipped)
    draws.again[:, 4] = 0.99  # what is met with the first luck may be missed with another
    found = predicted(draws)
    assert [one.is_met for one in found] == [True] * 4 + [False] + [True] * 3
    assert [one.is_met_as_shipped for one in found] == [False] + [True] * 7
    assert found[0].after == pytest.approx((MIDDLE[0], MIDDLE[0]))
    assert found[0].before == pytest.approx((0.0, MIDDLE[0]))


def test_worth_and_optimism_are_taken_together(even: Floats) -> None:
    """Worth of no deal even from 0.35 to 0.65, optimism from 0 to 0.3."""
    before, after = believed_worth(made(even, np.abs(even[:, 1] + even[:, 3] - 1.0) < 0.05))
    assert after == pytest.approx((0.635, 0.665), abs=0.005)
    assert before == pytest.approx((0.35 + 0.3 * 0.1**0.5, 0.95 - 0.3 * 0.1**0.5), abs=0.01)
