"""From a scenario to what the executors play: its numbers in arrays, its names resolved to functions."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np

from negotiation_sim.engine.plugins import is_plugin, load_function
from negotiation_sim.engine.selection import Selection
from negotiation_sim.engine.setting import Setting
from negotiation_sim.engine.table import Case, empty_case
from negotiation_sim.mediators.catalogue import styles
from negotiation_sim.protocols.catalogue import all_protocols
from negotiation_sim.scenario.effects import issue_effects
from negotiation_sim.scenario.links import link_factors
from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.party import PartySettings
from negotiation_sim.strategies.catalogue import presets, single_rules
from negotiation_sim.strategies.strategy import RULES

_SAME_NAME = (
    "importance_spread",
    "reservation_spread",
    "optimism",
    "trust",
    "trust_in_mediator",
    "trust_gain",
    "trust_loss",
    "trust_scale",
    "listening",
    "devaluation",
    "fixed_pie",
    "disclosure_threshold",
    "disclosure_threshold_mediator",
    "disclosure_items",
    "reciprocity",
    "exaggeration",
    "vigilance",
    "shading",
    "patience",
)
_CONCESSION = ("firmness", "start", "window", "noise")


def votes_needed(quota: float | str, sides: int) -> int:
    """How many yeses make a deal: the quota's share of the sides, rounded up."""
    shares = {"unanimity": Fraction(1), "two_thirds": Fraction(2, 3)}
    share = shares[quota] if isinstance(quota, str) else Fraction(str(quota))
    return math.ceil(share * sides)


def _expected_importance(scenario: Scenario, role: str, settings: PartySettings) -> list[float]:
    weights = [float(scenario.parties[role].importance.get(g, 0.0)) for g in scenario.interests]
    total = math.fsum(weights)
    floor = settings.importance_floor
    return [(1.0 - floor) * weight / total + floor / len(weights) for weight in weights]


def _fill_issues(scenario: Scenario, case: Case) -> None:
    interests = list(scenario.interests)
    for j, issue in enumerate(scenario.issues.values()):
        case.options[j] = issue.levels
        case.ordered[j] = 1 if issue.is_ordered else 0
        case.effects[j, : issue.levels, :] = issue_effects(issue, interests)


def _fill_parties(scenario: Scenario, case: Case) -> None:
    for p, role in enumerate(scenario.roles):
        settings = scenario.party(role)
        case.shares[p] = _expected_importance(scenario, role, settings)
        case.reservation[p] = settings.reservation_value
        case.learning[p] = settings.learning_from_offers
        for name in _SAME_NAME:
            getattr(case, name)[p] = getattr(settings, name)
        for name in _CONCESSION:
            getattr(case, name)[p] = getattr(settings.concession, name)


def _fill_quality(scenario: Scenario, case: Case) -> None:
    sides = len(scenario.roles)
    case.quality[:] = scenario.communication.quality
    case.quality[:sides] *= np.asarray(link_factors(scenario))


def _rules_of(scenario: Scenario, role: str) -> dict[str, Callable[..., Any]]:
    settings = scenario.party(role)
    if is_plugin(settings.strategy):
        own = load_function(settings.strategy, scenario.folder, "strategy")
        chosen = presets()["position_based"]._replace(packages=own)
    else:
        chosen = presets()[settings.strategy]
    rules = chosen._asdict()
    for kind in RULES:
        name = getattr(settings.rules, kind)
        if name is not None:
            rules[kind] = load_function(name, scenario.folder, kind) if is_plugin(name) else single_rules()[kind][name]
    return rules


def _select(scenario: Scenario, case: Case) -> Selection:
    by_role = [_rules_of(scenario, role) for role in scenario.roles]
    distinct: dict[str, tuple[Callable[..., Any], ...]] = {}
    for kind in RULES:
        functions = tuple(dict.fromkeys(rules[kind] for rules in by_role))
        distinct[kind] = functions
        getattr(case, f"{kind}_code")[:] = [functions.index(rules[kind]) for rules in by_role]
    name = scenario.mediator.style
    style = load_function(name, scenario.folder, "mediator_style") if is_plugin(name) else styles()[name]
    return Selection(**distinct, style=style, next_speaker=all_protocols()[scenario.protocol].next_speaker)


def setting_of(scenario: Scenario) -> Setting:
    """Everything an executor needs. Raises PluginError if a user's function cannot be used."""
    sides = len(scenario.roles)
    most_options = max(issue.levels for issue in scenario.issues.values())
    case = empty_case(sides, len(scenario.issues), most_options, len(scenario.interests))
    _fill_issues(scenario, case)
    _fill_parties(scenario, case)
    _fill_quality(scenario, case)
    mediator = scenario.mediator
    protocol = all_protocols()[scenario.protocol]
    favoured = scenario.roles.index(mediator.bias_toward) if mediator.bias_toward and mediator.bias > 0 else -1
    case = case._replace(
        claim_noise=float(scenario.communication.claim_noise),
        deadline=scenario.deadline,
        needed=votes_needed(scenario.quota, sides),
        skill=0.0 if mediator.style == "absent" else float(mediator.skill),
        bias=float(mediator.bias),
        favoured=favoured,
        enters=mediator.enters,
        pressure=float(mediator.pressure),
        pressure_cost=float(mediator.pressure_cost),
        text_every=mediator.text_every,
        caucus_one=1 if mediator.caucus == "one" else 0,
        direct_talk=1 if protocol.direct_talk else 0,
        carried=1 if protocol.carried else 0,
    )
    return Setting(case, _select(scenario, case), scenario.roles, tuple(scenario.issues))
