"""The scenario file that an import writes, with comments that say what came from where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from gettext import gettext
from typing import Any, NamedTuple

import yaml

from negotiation_sim.interop.genius.importing import Imported, ImportedParty, scale_of
from negotiation_sim.interop.genius.model import Condition, GeniusIssue
from negotiation_sim.interop.genius.names import LONGEST, identifiers

MOST_INTERESTS = 60
"""Interests of a scenario."""

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 _-]*")
_LONGEST_TITLE = 200


class _Interest(NamedTuple):
    """What an issue means to a party, or to all where they are taken together."""

    name: str
    text: str
    issue: int
    effects: list[float]
    importance: dict[str, float]


def scenario_text(imported: Imported, deadline: int) -> str:
    """The text of the scenario file."""
    issues = identifiers((issue.name for issue in imported.domain.issues), "issue")
    interests, merged = _interests(imported, issues)
    lines = [*_heading(imported, merged), *_interest_lines(interests), "", "issues:"]
    for j, (name, issue) in enumerate(zip(issues, imported.domain.issues, strict=True)):
        lines += _issue_lines(name, j, issue, interests)
    lines += ["", "parties:"]
    for party in imported.parties:
        lines += _party_lines(party, issues, interests)
    return "\n".join([*lines, *_rule_lines(deadline)]) + "\n"


def _heading(imported: Imported, merged: bool) -> Iterator[str]:
    files = ", ".join([imported.file.name, *(party.file.name for party in imported.parties)])
    told = gettext("Written by import-genius from files in the format of Genius: {files}")
    yield f"# {_printable(told.format(files=files))}"
    yield "# " + gettext("`values` are Genius' utilities by option: weight x evaluation / largest evaluation.")
    if merged:
        told = gettext("Parties x issues are more than {most}: the interests of all parties in an issue are one here,")
        yield "# " + told.format(most=MOST_INTERESTS)
        yield "# " + gettext("whose effects are the mean of their evaluations. `values` are not touched by that.")
    yield f"name: {_yaml(imported.domain.name[:_LONGEST_TITLE])}"
    told = gettext("Imported from Genius: {files}").format(files=files)
    yield f"description: {_yaml(told)}"
    yield ""


def _interests(imported: Imported, issues: Sequence[str]) -> tuple[list[_Interest], bool]:
    """An interest of each party in each issue that matters to it; and whether they had to be taken together."""
    own: list[_Interest] = []
    for party in imported.parties:
        for j, row in enumerate(party.profile.worths):
            if max(row) > min(row):
                name = f"{party.role[: LONGEST // 2 - 1]}_{issues[j]}"
                text = f"{party.role}: {imported.domain.issues[j].name}"
                own.append(_Interest(name, text, j, _scaled(row), {party.role: _short(max(row) - min(row))}))
    merged = len(own) > MOST_INTERESTS
    if merged:
        own = [_together([each for each in own if each.issue == j]) for j in sorted({each.issue for each in own})]
    names = identifiers((issues[each.issue] if merged else each.name for each in own), "interest")
    return [each._replace(name=name) for each, name in zip(own, names, strict=True)], merged


def _together(interests: list[_Interest]) -> _Interest:
    effects = [
        _short(sum(column) / len(interests)) for column in zip(*(each.effects for each in interests), strict=True)
    ]
    importance = {role: weight for each in interests for role, weight in each.importance.items()}
    text = interests[0].text.partition(": ")[2]
    return interests[0]._replace(text=text, effects=effects, importance=importance)


def _scaled(row: Sequence[float]) -> list[float]:
    lowest, highest = min(row), max(row)
    return [_short(2.0 * (value - lowest) / (highest - lowest) - 1.0) for value in row]


def _interest_lines(interests: list[_Interest]) -> Iterator[str]:
    yield "interests:"
    for interest in interests:
        yield f"  {interest.name}: {_yaml(interest.text)}"


def _issue_lines(name: str, j: int, issue: GeniusIssue, interests: list[_Interest]) -> Iterator[str]:
    yield f"  {name}:"
    yield f"    label: {_yaml(issue.name)}"
    if issue.lowest is None:
        yield f"    options: {_yaml(list(issue.options))}"
    else:
        yield f"    grid: {{from: {issue.options[0]}, to: {issue.options[-1]}, step: 1}}"
    yield "    effects:"
    for interest in [each for each in interests if each.issue == j]:
        yield f"      {interest.name}: {_yaml(interest.effects)}"
    if all(each.issue != j for each in interests):  # it is all the same to everybody
        yield f"      {interests[0].name}: {_yaml([0.0] * len(issue.options))}"


def _party_lines(party: ImportedParty, issues: Sequence[str], interests: list[_Interest]) -> Iterator[str]:
    profile = party.profile
    yield f"  {party.role}:"
    yield f"    # {_printable(party.file.name)}: " + gettext(
        "reservation value {reservation!r}, discount factor {discount!r}"
    ).format(reservation=profile.reservation, discount=profile.discount)
    for remark in profile.remarks:
        yield f"    # {_printable(party.file.name)}: {_printable(remark)}"
    if abs(profile.weight_sum - 1.0) > 1e-9:
        told = gettext("{file}: the weights add up to {sum!r} and were divided by that")
        yield f"    # {_printable(told.format(file=party.file.name, sum=profile.weight_sum))}"
    weights = {each.name: each.importance[party.role] for each in interests if party.role in each.importance}
    yield f"    importance: {_yaml(weights)}"
    yield "    values:"
    for name, row in zip(issues, profile.worths, strict=True):
        yield f"      {name}: {_yaml(list(row))}"
    if profile.deal_breakers:
        yield "    deal_breakers:"
    for condition in profile.deal_breakers:
        yield f"      - {_yaml(_numbered(condition, issues))}"
    if profile.lost:
        yield "    worthless:"
    for lost in profile.lost:
        yield f"      - {{issue: {issues[lost.issue]}, when: {_yaml(_numbered(lost.condition, issues))}}}"
    yield f"    reservation_value: {_yaml(_reservation(party))}"
    yield f"    discount: {_yaml(profile.discount)}"


def _numbered(condition: Condition, issues: Sequence[str]) -> dict[str, list[int]]:
    """A condition with the names of the issues and the numbers of the options, from 1."""
    return {issues[j]: [option + 1 for option in sorted(options)] for j, options in sorted(condition.items())}


def _reservation(party: ImportedParty) -> float:
    """The reservation value where the worst package is worth 0 and the best 1."""
    worst, best = scale_of(party.profile)
    return min(1.0, max(0.0, (party.profile.reservation - worst) / (best - worst)))


def _rule_lines(deadline: int) -> Iterator[str]:
    yield ""
    yield "defaults:"
    yield "  strategy: time_based"
    yield "  patience: 0"
    for name in ("importance_spread", "importance_floor", "reservation_spread", "optimism", "devaluation"):
        yield f"  {name}: 0"
    yield "  listening: 1"
    yield "communication: {quality: 1}"
    yield "protocol: stacked_alternating_offers"
    yield f"deadline: {deadline}"


def _yaml(value: Any) -> str:
    """A value on one line, in quotes where it could be taken for something else than text."""
    if isinstance(value, str):
        if _PLAIN.fullmatch(value) and value == value.strip() and len(value) > 3 and yaml.safe_load(value) == value:
            return value
        return yaml.safe_dump(value, default_style='"', allow_unicode=True, width=10**9).strip()
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_yaml(below)}' for key, below in value.items())}}}"
    return yaml.safe_dump(value).partition("\n")[0]


def _short(number: float) -> float:
    return round(number, 6) + 0.0  # no minus before a zero


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
