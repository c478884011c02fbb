"""Elementary effects of functions on which they are known exactly."""

from __future__ import annotations

import numpy as np
import pytest
from SALib.sample import morris

from negotiation_sim.analysis.morris_effects import morris_effects

FACTORS = ("a", "b", "c")
PROBLEM = {"num_vars": 3, "names": list(FACTORS), "bounds": [[0.0, 1.0]] * 3}
SLOPES = np.array([2.0, -1.0, 0.0])


def design(trajectories: int = 8, seed: int = 1) -> np.ndarray:
    return morris.sample(PROBLEM, trajectories, num_levels=4, seed=seed)


def test_of_a_straight_line_they_are_its_slopes() -> None:
    x = design()
    found = morris_effects(FACTORS, x, (x @ SLOPES)[:, None])
    assert found.mean == pytest.approx(SLOPES)
    assert found.spread == pytest.approx([0.0] * 3, abs=1e-9)
    for strength, slope in zip(found.strength, SLOPES, strict=True):
        assert strength == pytest.approx((abs(slope),) * 3)


@pytest.mark.parametrize("choices", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("trajectories", [2, 8])
def test_of_few_choices_they_are_those_of_the_way_from_the_first_to_the_last(choices: int, trajectories: int) -> None:
    x = design(trajectories)
    number = np.rint(x * (choices - 1))
    y = (number / (choices - 1)) @ SLOPES
    assert morris_effects(FACTORS, (number + 0.5) / choices, y[:, None]).mean == pytest.approx(SLOPES)


def test_factors_that_work_together_have_effects_that_spread() -> None:
    x = design(20)
    found = morris_effects(FACTORS, x, (x[:, 0] * x[:, 1])[:, None])
    assert found.spread[0] > 0.2
    assert found.spread[1] > 0.2
    assert found.spread[2] == 0.0
    assert 0.0 <= found.strength[0].low < found.strength[0].value < found.strength[0].high


def test_a_factor_with_a_single_choice_has_none() -> None:
    x = design()
    x[:, 2] = 0.5
    assert morris_effects(FACTORS, x, (x @ SLOPES)[:, None]).strength[2] == (0.0, 0.0, 0.0)


def test_noise_looks_like_an_effect_and_the_check_notices() -> None:
    x = design(40)
    chances = 0.2 + 0.6 * x[:, :1]
    few = morris_effects(FACTORS, x, np.random.default_rng(1).random((len(x), 10)) < chances)
    assert few.strength[2].value > 0.1  # nothing depends on it
    assert few.half_strength[2] > 1.2 * few.strength[2].value
    assert not few.verdict.is_enough
    many = morris_effects(FACTORS, x, np.random.default_rng(1).random((1, 4000)) < chances)
    assert [strength.value for strength in many.strength] == pytest.approx([0.6, 0.0, 0.0], abs=0.02)
    assert many.verdict.is_enough


def test_one_run_is_never_enough() -> None:
    x = design()
    found = morris_effects(FACTORS, x, (x @ SLOPES)[:, None])
    assert found.half_strength is None
    assert not found.verdict.is_enough


def test_a_design_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="a multiple of 4 points, .* 32 by 3, with outcomes of 31 points"):
        morris_effects(FACTORS, design(), np.zeros((31, 1)))
    with pytest.raises(ValueError, match="at least 8"):
        morris_effects(FACTORS, design(2)[:4], np.zeros((4, 1)))
    with pytest.raises(ValueError, match="32 by 2, with outcomes of 32 points"):
        morris_effects(FACTORS, design()[:, :2], np.zeros((32, 1)))
