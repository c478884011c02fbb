"""A scenario from one side's values; NegMAS is not needed."""

import math

import pytest

from negotiation_sim.interop.negmas.seat_scenario import OwnSide, setting_from_one_seat
from negotiation_sim.scenario import ScenarioError


def own(worths: tuple[tuple[float, ...], ...], **settings: object) -> OwnSide:
    return OwnSide(worths, -math.inf, "time_based", settings)


def test_the_seat_has_its_values_and_the_others_seem_to_want_the_opposite() -> None:
    case = setting_from_one_seat(own(((1.0, 3.0), (0.0, 5.0, 2.0))), 1, 3, 10).case
    assert case.own_values[1, 1, :3] == pytest.approx([0.0, 5 / 7, 2 / 7])
    assert case.own_values[0, 1, :3] == pytest.approx([5 / 7, 0.0, 3 / 7])
    assert case.own_unit[1] == pytest.approx(1 / 7)
    assert case.reservation[1] == 0.0


@pytest.mark.parametrize(("reserved", "expected"), [(-5.0, 0.0), (4.5, 0.5), (99.0, 1.0)])
def test_the_reserved_value_is_rescaled(reserved: float, expected: float) -> None:
    side = own(((1.0, 3.0), (0.0, 5.0)))._replace(reserved=reserved)
    assert setting_from_one_seat(side, 0, 2, 10).case.reservation[0] == pytest.approx(expected)


def test_many_options_share_two_interests_an_issue() -> None:
    case = setting_from_one_seat(own((tuple(map(float, range(80))), (1.0, 0.0))), 0, 2, 10).case
    assert case.effects.shape[2] == 4
    assert case.shares[0].tolist() == pytest.approx([0.0, 79 / 80, 1 / 80, 0.0])


def test_more_rounds_than_a_scenario_file_may_have() -> None:
    case = setting_from_one_seat(own(((1.0, 3.0),)), 0, 2, 5000).case
    assert (case.deadline, case.stage_rounds.tolist()) == (5000, [5000])


def test_settings_are_those_of_a_party_and_checked_as_such() -> None:
    firm = setting_from_one_seat(own(((1.0, 3.0),), concession={"firmness": 4.0}), 0, 2, 10).case
    assert firm.firmness.tolist() == [4.0, 1.0]
    with pytest.raises(ScenarioError, match="did you mean 'fixed_pie'"):
        setting_from_one_seat(own(((1.0, 3.0),), fixed_pi=0.5), 0, 2, 10)
