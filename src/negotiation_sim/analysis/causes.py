"""The causes of failed talks that can be removed one at a time: which settings take each of them away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from negotiation_sim.engine.setting import Setting
from negotiation_sim.scenario.arrays import votes_needed
from negotiation_sim.scenario.model import Scenario

EARLY = 1.0 / 3.0
"""The firmness of a side that gives way early."""
LEAST_SKILL = 0.4
"""The skill of the mediator who joins where the scenario gives a mediator no skill at all."""
LONGEST = 500
"""Rounds that a deadline can have at most."""

Settings = dict[str, object]

_ = str  # marks words for the message catalogues; they are translated where they are shown


class Cause(NamedTuple):
    """Something that can stand in the way of a deal.

    `label` names the cause in plain words, `removal` says what the table is like without it, and `settings`
    gives, for a scenario, the settings {path: value} that take it away.
    """

    name: str
    label: str
    removal: str
    settings: Callable[[Scenario], Settings]


def _always(settings: Settings) -> Callable[[Scenario], Settings]:
    return lambda scenario: settings


def _give_way_early(scenario: Scenario) -> Settings:
    firmness = {role: scenario.party(role).concession.firmness for role in scenario.roles}
    return {f"parties.{role}.concession.firmness": min(EARLY, firmness[role]) for role in scenario.roles}


def _with_mediator(scenario: Scenario) -> Settings:
    mediator = scenario.mediator
    return {
        "mediator.style": "full" if mediator.style == "absent" else mediator.style,
        "mediator.skill": mediator.skill or LEAST_SKILL,
    }


def _lower_quota(scenario: Scenario) -> Settings:
    sides = len(scenario.roles)
    asks_more = votes_needed(scenario.quota, sides) > votes_needed("two_thirds", sides)
    return {"quota": "two_thirds" if asks_more else scenario.quota}


def _longer(scenario: Scenario) -> Settings:
    return {"deadline": min(2 * scenario.deadline, LONGEST)}


CAUSES = (
    Cause(
        "noise",
        _("noise"),
        _("everything is heard as it was said"),
        _always({"communication.quality": 1.0, "communication.links": {}, "parties.*.listening": 1.0}),
    ),
    Cause(
        "devaluation",
        _("reactive devaluation"),
        _("an offer looks the same whoever makes it"),
        _always({"parties.*.devaluation": 0.0}),
    ),
    Cause(
        "optimism",
        _("optimism about no deal"),
        _("every side knows what no deal is worth to it"),
        _always({"parties.*.optimism": 0.0}),
    ),
    Cause(
        "fixed_pie",
        _("fixed-pie bias"),
        _("no side takes the others' gain for its own loss"),
        _always({"parties.*.fixed_pie": 0.0}),
    ),
    Cause(
        "positions",
        _("bargaining over positions"),
        _("every side bargains over interests"),
        _always({"parties.*.strategy": "interest_based"}),
    ),
    Cause("firm_concession", _("firm concession"), _("every side gives way early"), _give_way_early),
    Cause("no_mediator", _("no mediator"), _("a mediator works at the table"), _with_mediator),
    Cause("unanimity", _("high quota"), _("two thirds of the votes make a deal"), _lower_quota),
    Cause("short_deadline", _("short deadline"), _("there are twice as many rounds"), _longer),
    Cause("walk_away", _("walking away"), _("nobody walks away"), _always({"parties.*.patience": 0})),
)
"""Every cause, in the order in which they are tried."""

_MISPERCEPTIONS = tuple(cause for cause in CAUSES if cause.name in ("noise", "devaluation", "optimism", "fixed_pie"))


def _see_clearly(scenario: Scenario) -> Settings:
    return {path: value for cause in _MISPERCEPTIONS for path, value in cause.settings(scenario).items()}


MISPERCEPTIONS = Cause(
    "misperceptions",
    _("all misperceptions"),
    _("no noise, no devaluation, no optimism and no fixed-pie bias"),
    _see_clearly,
)
"""The causes that lie in how the sides hear and judge, all at once."""


def plays_alike(one: Setting, other: Setting) -> bool:
    """Whether two settings of one scenario are the same to those who play them, number by number.

    A cause applies to a scenario only where its removal makes a difference here.
    """
    pairs: zip[tuple[Any, Any]] = zip(one.case, other.case, strict=True)
    return all(np.array_equal(mine, theirs) for mine, theirs in pairs) and one.selection == other.selection
