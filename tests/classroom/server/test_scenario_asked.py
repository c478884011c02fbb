"""With or without noise and mediator, for every shipped case."""

import pytest

from negotiation_sim.classroom.server.scenario_asked import as_asked
from negotiation_sim.scenario import load_scenario, shipped_cases


@pytest.mark.parametrize("case", shipped_cases())
def test_every_case_can_be_played_in_all_four_ways(case):
    scenario = load_scenario(case)
    for noise in (True, False):
        for mediator in (True, False):
            asked = as_asked(scenario, noise=noise, mediator=mediator)
            assert (asked.mediator.style != "absent") == mediator
            if not noise:
                assert asked.communication.quality == 1
                assert {asked.party(role).listening for role in asked.roles} == {1.0}
            else:
                assert asked.communication == scenario.communication


def test_a_mediator_of_the_case_stays_as_written():
    scenario = load_scenario("two_party_textbook").with_settings({"mediator.style": "full", "mediator.skill": 0.2})
    assert as_asked(scenario, noise=True, mediator=True).sha256 == scenario.sha256


def test_without_mediator_a_protocol_that_needs_one_goes_as_well():
    settings = {"mediator.style": "full", "mediator.skill": 0.5, "protocol": "single_text"}
    scenario = load_scenario("two_party_textbook").with_settings(settings)
    assert as_asked(scenario, noise=True, mediator=False).protocol == "alternating_offers"
