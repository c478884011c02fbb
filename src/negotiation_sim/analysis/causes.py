"""The causes of failed talks that can be removed one at a time: which settings take each of them away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from negotiation_sim.analysis.removals import (
    Settings,
    explained_at_home,
    from_the_first_day,
    give_way_early,
    longer,
    lower_quota,
    no_stoppage,
    over_interests,
    with_mediator,
)
from negotiation_sim.engine.setting import Setting
from negotiation_sim.scenario.model import Scenario

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
        over_interests,
    ),
    Cause("firm_concession", _("firm concession"), _("every side gives way early"), give_way_early),
    Cause("no_mediator", _("no mediator"), _("a mediator works at the table"), with_mediator),
    Cause("unanimity", _("high quota"), _("two thirds of the votes make a deal"), lower_quota),
    Cause("short_deadline", _("short deadline"), _("there is twice as much time"), longer),
    Cause("walk_away", _("walking away"), _("nobody walks away"), _always({"parties.*.patience": 0})),
    Cause(
        "vote",
        _("vote of the members"),
        _("what the leaders sign is final"),
        _always({"parties.*.members": 0}),
    ),
    Cause(
        "poor_explanation",
        _("poor explanation at home"),
        _("leaders explain at home all that they have learnt"),
        explained_at_home,
    ),
    Cause(
        "unknown_options",
        _("options nobody thinks of"),
        _("every option is known from the start"),
        _always({"invention.known": True}),
    ),
    Cause(
        "late_mediation",
        _("late mediation"),
        _("the mediator works from the first day"),
        from_the_first_day,
    ),
    Cause("stoppage", _("threat of a stoppage"), _("no stage stops work"), no_stoppage),
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
