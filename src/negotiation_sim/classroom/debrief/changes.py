"""The worlds that a table can be played in again."""

from __future__ import annotations

from typing import Literal

from negotiation_sim.scenario import Scenario

World = Literal["mediator", "no_mediator", "clear", "noisy", "interests"]
_SKILL = 0.6
_NOISY = 0.4


def other_world(scenario: Scenario, world: World) -> Scenario:
    """The scenario with one thing changed."""
    skill = max(_SKILL, scenario.mediator.skill)
    worlds: dict[World, dict[str, object]] = {
        "mediator": {"mediator.style": "full", "mediator.skill": skill},
        "no_mediator": {"mediator.style": "absent", "protocol": "alternating_offers"},
        "clear": {"communication.quality": 1, "parties.*.listening": 1},
        "noisy": {"communication.quality": _NOISY},
        "interests": {"parties.*.strategy": "interest_based"},
    }
    return scenario.with_settings(worlds[world])
