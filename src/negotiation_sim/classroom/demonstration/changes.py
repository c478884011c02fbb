"""One thing changed: the settings of the other half of the side-by-side view."""

from __future__ import annotations

from typing import Any, Literal

from negotiation_sim.classroom.demonstration.talks import Talks, snapped
from negotiation_sim.scenario import Scenario

Change = Literal["mediator", "quality", "interests", "trust"]
_BETTER = 0.3
_TRUSTING = 0.8


def as_set(talks: Talks) -> Scenario:
    """The talks as the controls say."""
    return talks.scene("with" if talks.mediator else "without")


def changed(talks: Talks, change: Change) -> tuple[Scenario, dict[str, Any]]:
    """The talks with one thing changed, and what was changed: `key`, `from`, `to`."""
    if change == "mediator":
        other = talks.model_copy(update={"mediator": not talks.mediator})
        return as_set(other), {"key": change, "from": talks.mediator, "to": other.mediator}
    if change == "quality":
        better = snapped(min(1.0, talks.quality + _BETTER))
        return as_set(talks.at(better)), {"key": change, "from": snapped(talks.quality), "to": better}
    scene = as_set(talks)
    if change == "interests":
        settings: dict[str, object] = {"parties.*.strategy": "interest_based"}
        return scene.with_settings(settings), {"key": change, "from": None, "to": None}
    trust = max(scene.party(role).trust for role in scene.roles)
    more = max(_TRUSTING, trust)
    return scene.with_settings({"parties.*.trust": more}), {"key": change, "from": trust, "to": more}
