"""From a scenario to what the executors play: its numbers in arrays, its names resolved to functions."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

from negotiation_sim.engine.plugins import is_plugin, load_function
from negotiation_sim.engine.procedures import procedures_of
from negotiation_sim.engine.selection import Selection
from negotiation_sim.engine.setting import Setting
from negotiation_sim.engine.table import Case, empty_case
from negotiation_sim.mediators.catalogue import styles
from negotiation_sim.protocols.catalogue import all_protocols
from negotiation_sim.scenario.delegation_arrays import fill_delegations
from negotiation_sim.scenario.effects import issue_effects
from negotiation_sim.scenario.importance import expected_importance
from negotiation_sim.scenario.links import link_factors
from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.own_values import most_conditions, number_of_packages
from negotiation_sim.scenario.own_values_arrays import fill_own_values
from negotiation_sim.scenario.stage_arrays import fill_stages, stages_of
from negotiation_sim.strategies.catalogue import presets, single_rules
from negotiation_sim.strategies.strategy import RULES

_SAME_NAME = (
    "importance_spread",
    "reservation_spread",
    "discount",
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
    "members",
    "majority",
    "gap",
    "explanation",
    "member_spread",
    "cohesion",
    "reluctance",
    "legal_awareness",
    "stoppage_cost",
    "stoppage_loss",
    "strike_fund",
)
# What there is does not change while a program runs, and a sweep asks for it at every point.
_presets, _single_rules = cache(presets), cache(single_rules)
_styles, _protocols = cache(styles), cache(all_protocols)
_CONCESSION = ("firmness", "start", "window", "noise")


def _fill_issues(scenario: Scenario, case: Case) -> None:
    interests = list(scenario.interests)
    for j, issue in enumerate(scenario.all_issues.values()):
        case.options[j] = issue.levels
        known = j < len(scenario.issues) or scenario.invention.known
        case.opening_options[j] = issue.levels if known else 1
        case.ordered[j] = 1 if issue.is_ordered else 0
        case.effects[j, : issue.levels, :] = issue_effects(issue, interests)


def _fill_parties(scenario: Scenario, case: Case) -> None:
    for p, role in enumerate(scenario.roles):
        settings = scenario.party(role)
        importance = scenario.parties[role].importance
        case.shares[p] = expected_importance(importance, scenario.interests, settings.importance_floor)
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
        chosen = _presets()["position_based"]._replace(packages=own)
    else:
        chosen = _presets()[settings.strategy]
    rules = chosen._asdict()
    for kind in RULES:
        name = getattr(settings.rules, kind)
        if name is not None:
            rules[kind] = load_function(name, scenario.folder, kind) if is_plugin(name) else _single_rules()[kind][name]
    return rules


def _select(scenario: Scenario, case: Case) -> Selection:
    by_role = [_rules_of(scenario, role) for role in scenario.roles]
    distinct: dict[str, tuple[Callable[..., Any], ...]] = {}
    for kind in RULES:
        functions = tuple(dict.fromkeys(rules[kind] for rules in by_role))
        distinct[kind] = functions
        getattr(case, f"{kind}_code")[:] = [functions.index(rules[kind]) for rules in by_role]
    name = scenario.mediator.style
    style = load_function(name, scenario.folder, "mediator_style") if is_plugin(name) else _styles()[name]
    next_speaker = _protocols()[scenario.protocol].next_speaker
    table = Selection(**distinct, style=style, next_speaker=next_speaker)  # type: ignore[arg-type]
    return table._replace(procedures=procedures_of(case))


def _payments(scenario: Scenario) -> dict[str, Any]:
    pays = scenario.side_payments
    if pays is None:
        return {"payer": -1}
    payer = scenario.roles.index(pays.from_)
    return {"payer": payer, "payment_budget": float(pays.budget), "payment_price": float(pays.price)}


def _term(scenario: Scenario) -> dict[str, Any]:
    term = scenario.term
    if term is None:
        return {"agreements": 1}
    return {
        "checks": term.checks,
        "monitoring": 1 if term.monitoring else 0,
        "shock": float(term.shock),
        "deterrence": float(term.deterrence),
        "noticed": float(term.noticed),
        "agreements": term.agreements,
        "carry": float(term.carry),
    }


@cache
def _case_of_size(*size: int) -> Case:
    return empty_case(*size)


def _blank_case(*size: int) -> Case:
    """A case of this size with arrays of its own to be filled."""
    case = _case_of_size(*size)
    arrays: dict[str, Any] = {
        name: field.copy() for name, field in case._asdict().items() if isinstance(field, np.ndarray)
    }
    return case._replace(**arrays)


def setting_of(scenario: Scenario) -> Setting:
    """Everything an executor needs. Raises PluginError if a user's function cannot be used."""
    sides = len(scenario.roles)
    issues = scenario.all_issues
    most_options = max(issue.levels for issue in issues.values())
    organisations = max(1, *(len(party.organisations or ()) for party in scenario.parties.values()))
    stages = stages_of(scenario)
    conditions = most_conditions(scenario)
    size = (sides, len(issues), most_options, len(scenario.interests), organisations, len(stages), conditions)
    case = _blank_case(*size)
    _fill_issues(scenario, case)
    fill_own_values(scenario, case)
    _fill_parties(scenario, case)
    fill_delegations(scenario, case)
    fill_stages(scenario, case, stages)
    _fill_quality(scenario, case)
    mediator = scenario.mediator
    protocol = _protocols()[scenario.protocol]
    favoured = scenario.roles.index(mediator.bias_toward) if mediator.bias_toward and mediator.bias > 0 else -1
    case = case._replace(
        claim_noise=float(scenario.communication.claim_noise),
        deadline=int(case.stage_rounds.sum()),
        ordinary=len(scenario.issues),
        invention=float(scenario.invention.chance),
        rounds_per_day=scenario.ladder.rounds_per_day if scenario.ladder else 1,
        stoppage_learning=float(scenario.ladder.learning) if scenario.ladder else 0.0,
        partial=1 if scenario.partial_agreement else 0,
        **_payments(scenario),
        **_term(scenario),
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
        by_turns=1 if protocol.by_turns else 0,
        packages=number_of_packages(scenario),
    )
    return Setting(case, _select(scenario, case), scenario.roles, tuple(issues))
