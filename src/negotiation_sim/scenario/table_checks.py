"""Checks across the table: importances, links, the mediator, and what every side has at stake."""

import math
from collections.abc import Iterator, Mapping
from gettext import gettext
from operator import mul

from pydantic import TypeAdapter

from negotiation_sim.scenario.built_in import PROTOCOLS_WITH_MEDIATOR
from negotiation_sim.scenario.draft import Draft
from negotiation_sim.scenario.effects import issue_effects
from negotiation_sim.scenario.issue import Issue
from negotiation_sim.scenario.issue_checks import issue_problems, unknown_interests, wrong_total
from negotiation_sim.scenario.links import best_products, directions
from negotiation_sim.scenario.nearest_name import suggestion_or_all
from negotiation_sim.scenario.problems import Problem

_ISSUES = TypeAdapter(dict[str, Issue])
_NO_RANGE = 1e-12
"""A value range below this is zero but for rounding."""


def stake_problems(draft: Draft) -> Iterator[Problem]:
    """Everything wrong with the issues and with what the sides care about, beyond single values."""
    of_issues = list(issue_problems(draft))
    yield from of_issues
    yield from _importance_problems(draft, issues_are_sound=not of_issues)


def link_problems(draft: Draft) -> Iterator[Problem]:
    """Everything wrong with the links between sides, beyond single values."""
    found = list(_wrong_links(draft))
    yield from found
    if not found:
        yield from _unreachable_pairs(draft)


def _importance_problems(draft: Draft, issues_are_sound: bool) -> Iterator[Problem]:
    """`issues_are_sound`: whether the checks of the issues found nothing; only then effects can be worked out."""
    unknown = False
    for party in draft.each("parties"):
        path = (*party, "importance")
        problems = list(unknown_interests(draft, path))
        unknown = unknown or bool(problems)
        yield from problems
        importance = draft.value(*path)
        if isinstance(importance, dict) and importance and not problems:
            total = sum(map(float, importance.values()))
            if total == 0 or not math.isfinite(total):
                yield draft.place(*path).problem(f"'parties.{party[-1]}.importance': {wrong_total(total)}")
    if issues_are_sound and not unknown and draft.is_sound("interests") and draft.is_sound("issues"):
        yield from _nothing_at_stake(draft)


def _nothing_at_stake(draft: Draft) -> Iterator[Problem]:
    """Parties, and organisations, for whom with the importance as written every package is worth the same."""
    interests = draft.keys("interests")
    issues = _ISSUES.validate_python(draft.value("issues") if draft.has("issues") else {})
    parties = list(draft.each("parties"))
    organisations = [path for party in parties for path in draft.each(*party, "organisations")]
    for who in (*parties, *organisations):
        path = (*who, "importance")
        importance = draft.value(*path)
        total = sum(map(float, importance.values())) if isinstance(importance, dict) else 0.0
        if not isinstance(importance, dict) or total == 0 or not math.isfinite(total):
            continue
        if not importance.keys() <= set(interests):
            continue  # said where the interest is misspelt
        weights = [float(importance.get(interest, 0.0)) / total for interest in interests]
        if not any(_range(issue_effects(issue, interests), weights) > _NO_RANGE for issue in issues.values()):
            told = gettext(
                "'{path}' has nothing at stake: every package is worth the same to it, since "
                "no issue changes what it cares about"
            )
            yield draft.place(*path).problem(told.format(path=".".join(map(str, who))))


def _range(effects: list[list[float]], weights: list[float]) -> float:
    """How far apart the best and the worst option of an issue are for a side with these weights."""
    values = [float(sum(map(mul, weights, row))) for row in effects]
    return max(values) - min(values)


def _wrong_links(draft: Draft) -> Iterator[Problem]:
    roles = draft.keys("parties")
    seen: dict[tuple[str, str], str] = {}
    for path in draft.each("communication", "links"):
        link = str(path[-1])
        place = draft.key_place(*path)
        pairs = directions(link)
        if not pairs:
            told = gettext("the link {link} must be written as 'one - other' or as 'one -> other'")
            yield place.problem(told.format(link=repr(link)))
            continue
        unknown = [role for role in pairs[0] if role not in roles]
        for role in unknown if roles else ():
            told = gettext("the link {link}: unknown party {name}").format(link=repr(link), name=repr(role))
            yield place.problem(f"{told}{suggestion_or_all(role, roles)}")
        if pairs[0][0] == pairs[0][1]:
            yield place.problem(gettext("the link {link} joins a party to itself").format(link=repr(link)))
        else:
            twice = [pair for pair in pairs if pair in seen]
            if twice:
                told = gettext("the link {link} was given already as {other}")
                yield place.problem(told.format(link=repr(link), other=repr(seen[twice[0]])))
        seen |= dict.fromkeys(pairs, link)


def _unreachable_pairs(draft: Draft) -> Iterator[Problem]:
    roles = draft.keys("parties")
    links = draft.value("communication", "links")
    if not isinstance(links, Mapping) or not roles:
        return
    factors = best_products(roles, {str(link): float(factor) for link, factor in links.items()})
    cut_off = [
        gettext("{speaker} to {listener}").format(speaker=speaker, listener=listener)
        for speaker, row in zip(roles, factors, strict=True)
        for listener, factor in zip(roles, row, strict=True)
        if factor == 0.0
    ]
    if cut_off:
        told = gettext("'communication.links': no way to talk, not even through others: {pairs}")
        yield draft.place("communication", "links").problem(told.format(pairs=", ".join(cut_off)))


def mediator_problems(draft: Draft) -> Iterator[Problem]:
    """Everything wrong with the mediator and the protocol, beyond single values."""
    roles = draft.keys("parties")
    bias, toward = draft.value("mediator", "bias"), draft.value("mediator", "bias_toward")
    if isinstance(toward, str) and roles and toward not in roles:
        told = gettext("'{path}': unknown party {name}").format(path="mediator.bias_toward", name=repr(toward))
        yield draft.place("mediator", "bias_toward").problem(f"{told}{suggestion_or_all(toward, roles)}")
    if isinstance(bias, int | float) and bias > 0 and toward is None and draft.is_sound("mediator", "bias_toward"):
        told = gettext("'mediator.bias' is {value}: name the party it favours in 'mediator.bias_toward'")
        yield draft.place("mediator", "bias").problem(told.format(value=f"{bias:g}"))
    enters, deadline = draft.value("mediator", "enters"), draft.value("deadline")
    if draft.has("ladder"):
        deadline = None  # the stages say when the mediator works
    if isinstance(enters, int | float) and isinstance(deadline, int | float) and enters > deadline:
        where = ("mediator", "enters") if draft.has("mediator", "enters") else ("deadline",)
        told = gettext("'mediator.enters' is {value}: after the deadline, which is {deadline}")
        yield draft.place(*where).problem(told.format(value=f"{enters:g}", deadline=f"{deadline:g}"))
    protocol, style = draft.value("protocol"), draft.value("mediator", "style")
    if protocol in PROTOCOLS_WITH_MEDIATOR and style == "absent":
        told = gettext("'protocol' is {protocol}: it needs a mediator, but 'mediator.style' is 'absent'")
        yield draft.place("protocol").problem(told.format(protocol=repr(protocol)))
