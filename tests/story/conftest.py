"""Scenarios of a dispute that the tests of the story share."""

from __future__ import annotations

import pytest

from negotiation_sim.scenario import Scenario, load_scenario


@pytest.fixture(scope="session")
def hotels() -> Scenario:
    """Direct talks, a compulsory conciliation, a strike; the union's members vote."""
    scenario = load_scenario("croatia_mandatory_mediation")
    return scenario.with_settings(scenario.arms["positions"])


@pytest.fixture(scope="session")
def hospital() -> Scenario:
    """Little is heard and much is hoped for; an award that nobody need carry out, a protocol of disagreements."""
    return load_scenario("essential_service").with_settings(
        {
            "parties.*.strategy": "position_based",
            "parties.*.optimism": 0.3,
            "communication.quality": 0.3,
            "ladder.stages.labour_arbitration.enforcement": 0.0,
        }
    )
