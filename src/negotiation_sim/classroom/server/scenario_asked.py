"""The scenario of a session: a shipped one or an uploaded text, with the trainer's wishes made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from negotiation_sim.scenario import Scenario

_A_MEDIATOR = {"mediator.style": "facilitative", "mediator.skill": 0.6}
_NO_NOISE = {"communication.quality": 1, "parties.*.listening": 1}


def as_asked(scenario: Scenario, *, noise: bool, mediator: bool) -> Scenario:
    """The scenario with or without noise and mediator; a mediator that the scenario has stays as it is.

    Raises ScenarioError where the scenario cannot do without.
    """
    settings: dict[str, object] = {} if noise else dict(_NO_NOISE)
    is_there = scenario.mediator.style != "absent"
    if mediator and not is_there:
        settings |= _A_MEDIATOR
    elif not mediator and is_there:
        settings |= {"mediator.style": "absent"}
        if scenario.protocol != "alternating_offers":
            settings["protocol"] = "alternating_offers"
    return scenario.with_settings(settings) if settings else scenario
