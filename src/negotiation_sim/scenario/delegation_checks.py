"""Checks of sides that are delegations: weights, members, and talk between the organisations."""

import math
from collections.abc import Iterator, Mapping
from gettext import gettext

from negotiation_sim.scenario.delegation import reach, seats_of_members
from negotiation_sim.scenario.draft import Draft
from negotiation_sim.scenario.issue_checks import unknown_interests, wrong_total
from negotiation_sim.scenario.links import directions
from negotiation_sim.scenario.nearest_name import suggestion_or_all
from negotiation_sim.scenario.problems import Problem
from negotiation_sim.scenario.yaml_nodes import Path

_TOLERANCE = 1e-3
"""How far the weights of a delegation may be from 1 in sum, so that thirds can be written."""


def delegation_problems(draft: Draft) -> Iterator[Problem]:
    """Everything wrong with the organisations of a side that concerns more than one value."""
    for party in draft.each("parties"):
        organisations = (*party, "organisations")
        if draft.keys(*organisations):
            yield from _weight_problems(draft, party)
            for organisation in draft.each(*organisations):
                yield from _importance_problems(draft, (*organisation, "importance"))
            yield from _link_problems(draft, party)
        elif draft.has(*party, "organisation_links"):
            told = gettext("'{path}' joins organisations, but the side has none")
            path = f"parties.{party[-1]}.organisation_links"
            yield draft.key_place(*party, "organisation_links").problem(told.format(path=path))


def _weight_problems(draft: Draft, party: Path) -> Iterator[Problem]:
    names = draft.keys(*party, "organisations")
    weights = [draft.value(*party, "organisations", name, "weight") for name in names]
    sound = [float(weight) for weight in weights if isinstance(weight, int | float)]
    if len(sound) < len(names):
        return
    where = f"parties.{party[-1]}.organisations"
    if abs(math.fsum(sound) - 1.0) > _TOLERANCE:
        left_out = [name for name in names if not draft.has(*party, "organisations", name, "weight")]
        told = gettext("'{path}': the weights add up to {sum}; they must add up to 1")
        if left_out:
            told = gettext("'{path}': the weights add up to {sum} (left out, so 1: {names}); they must add up to 1")
        yield draft.key_place(*party, "organisations").problem(
            told.format(path=where, sum=f"{math.fsum(sound):.4g}", names=", ".join(left_out))
        )
        return
    members = draft.value(*party, "members")
    if not draft.has(*party, "members"):
        members = draft.value("defaults", "members")
    if not isinstance(members, int | float) or members == 0:  # an axis of evenly spaced members has floats
        return
    for name, count in zip(names, seats_of_members(sound, int(members)), strict=True):
        if count == 0:
            told = gettext(
                "'{path}': {name} has no member among the {members} who vote; "
                "give it more weight, or the side more members"
            )
            yield draft.key_place(*party, "organisations", name).problem(
                told.format(path=where, name=repr(name), members=f"{members:g}")
            )


def _importance_problems(draft: Draft, path: Path) -> Iterator[Problem]:
    yield from unknown_interests(draft, path)
    importance = draft.value(*path)
    if not isinstance(importance, Mapping) or not importance:
        return
    total = sum(map(float, importance.values()))
    if total == 0 or not math.isfinite(total):
        yield draft.place(*path).problem(f"'{'.'.join(map(str, path))}': {wrong_total(total)}")


def _link_problems(draft: Draft, party: Path) -> Iterator[Problem]:
    names = draft.keys(*party, "organisations")
    wrong = False
    seen: dict[frozenset[str], str] = {}
    for path in draft.each(*party, "organisation_links"):
        link, place = str(path[-1]), draft.key_place(*path)
        pairs = directions(link)
        if not pairs or "->" in link:
            wrong = True
            told = gettext("the link {link} must be written as 'one - other'")
            yield place.problem(told.format(link=repr(link)))
            continue
        for name in pairs[0]:
            if name not in names:
                wrong = True
                told = gettext("the link {link}: unknown organisation {name}")
                hint = suggestion_or_all(name, names)
                yield place.problem(f"{told.format(link=repr(link), name=repr(name))}{hint}")
        pair = frozenset(pairs[0])
        if len(pair) == 1:
            told = gettext("the link {link} joins an organisation to itself")
            yield place.problem(told.format(link=repr(link)))
        elif pair in seen:
            told = gettext("the link {link} was given already as {other}")
            yield place.problem(told.format(link=repr(link), other=repr(seen[pair])))
        seen[pair] = link
    links = draft.value(*party, "organisation_links")
    if wrong or not isinstance(links, Mapping):
        return
    for name, factor in zip(names, reach(names, links), strict=True):
        if factor == 0.0:
            told = gettext(
                "'{path}': {name} cannot speak with {speaker}, who speaks for the side, not even through others"
            )
            where = f"parties.{party[-1]}.organisation_links"
            yield draft.key_place(*party, "organisation_links").problem(
                told.format(path=where, name=repr(name), speaker=repr(names[0]))
            )
