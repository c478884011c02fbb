"""The numbers that are calibrated: their ranges, and that the shipped values are those of the scenario."""

from __future__ import annotations

import numpy as np
import pytest

from negotiation_sim.calibration.bands import SCENARIO
from negotiation_sim.calibration.parameters import PARAMETERS, Parameter, drawn, settings_at
from negotiation_sim.engine.setting import Setting
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.loading import scenario_with


def arrays(setting: Setting) -> list[list[object]]:
    return [np.asarray(field).tolist() for field in setting.case]


def test_the_shipped_values_are_those_of_the_scenario() -> None:
    """Broken once in parameters.py: reluctance shipped as 0.2; failed here."""
    scenario = load_scenario(SCENARIO)
    written = {p.path: p.shipped for p in PARAMETERS if p.path != "parties.employer.reluctance"}
    reluctance = {"parties.employer.reluctance": PARAMETERS[4].shipped}
    assert arrays(setting_of(scenario_with(scenario, {**written, **reluctance}))) == arrays(setting_of(scenario))


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.path)
def test_a_place_in_the_range_and_its_value_belong_together(parameter: Parameter) -> None:
    assert (parameter.at(0.0), parameter.at(1.0)) == pytest.approx((parameter.low, parameter.high))
    assert parameter.place(parameter.at(0.3)) == pytest.approx(0.3)
    assert 0.0 < parameter.place(parameter.shipped) < 1.0


def test_half_way_on_a_logarithm_is_the_geometric_mean() -> None:
    assert Parameter("x", "", 0.25, 4.0, 1.0, "", is_log=True).at(0.5) == pytest.approx(1.0)


def test_draws_are_even_in_every_range_and_the_same_at_every_call() -> None:
    shares = drawn(PARAMETERS, 64, seed=1)
    for column in shares.T:
        assert np.histogram(column, 8, (0.0, 1.0))[0].tolist() == [8] * 8
    assert np.array_equal(shares, drawn(PARAMETERS, 64, seed=1))
    assert not np.array_equal(shares, drawn(PARAMETERS, 64, seed=2))
    assert list(settings_at(PARAMETERS, shares[0])) == [parameter.path for parameter in PARAMETERS]
