"""The preference profile of Genius, a utility space: what the options are worth to one party.

A discount factor that is not above 0 and at most 1 counts as 1 (AbstractUtilitySpace.validateDiscount), a missing
reservation value as 0.
"""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext
from pathlib import Path

from negotiation_sim.interop.genius.additive_reading import read_additive_space
from negotiation_sim.interop.genius.constraint_reading import read_constraint_space
from negotiation_sim.interop.genius.findings import Findings
from negotiation_sim.interop.genius.model import GeniusDomain, GeniusProfile
from negotiation_sim.interop.genius.xml_tree import Element, read_xml
from negotiation_sim.scenario.nearest_name import suggestion_or_all

_KINDS = ("linear", "constraint")


def read_profile(path: Path, domain: GeniusDomain) -> GeniusProfile:
    """The profile of a file. Raises GeniusFileError with all mistakes, or OSError where it cannot be opened."""
    root, findings = read_xml(path), Findings(str(path))
    if root.tag != "utility_space":
        told = gettext("<{tag}> is no preference profile of Genius; allowed is <utility_space>")
        findings.refuse(root.place, told.format(tag=root.tag))
        findings.finish()
    findings.allow(root, "type number_of_issues", "objective discount_factor reservation")
    kind = root.attributes.get("type", _KINDS[0])
    if kind not in _KINDS:
        told = gettext("a utility space of type {type} cannot be read; allowed: {allowed}")
        findings.refuse(root.place, told.format(type=repr(kind), allowed=", ".join(_KINDS)))
    objective = findings.one(root, "objective")
    if kind not in _KINDS or objective is None:
        findings.finish()
    assert objective is not None
    issues = _matched(objective, domain, findings)
    read = read_constraint_space if kind == "constraint" else read_additive_space
    profile = read(objective, domain, issues, findings)
    reservation = _value(root, "reservation", 0.0, findings)
    discount = _value(root, "discount_factor", 1.0, findings)
    if not 0.0 < discount <= 1.0:
        told = gettext("discount factor {value:g} counts as 1, as in Genius").format(value=discount)
        findings.remark(root.all("discount_factor")[0].place, told)
        discount = 1.0
    findings.finish()
    return replace(profile, reservation=reservation, discount=discount, remarks=tuple(findings.remarks))


def _value(root: Element, tag: str, default: float, findings: Findings) -> float:
    if not root.all(tag):
        return default
    element = findings.one(root, tag)
    assert element is not None
    findings.allow(element, "value")
    return findings.number(element, "value")


def _matched(objective: Element, domain: GeniusDomain, findings: Findings) -> list[Element | None]:
    """The elements of the domain's issues, in its order: by index, where the name must be the same, else by name."""
    indices = {issue.index: j for j, issue in enumerate(domain.issues)}
    names = {issue.name.strip(): j for j, issue in enumerate(domain.issues)}
    found: list[Element | None] = [None] * len(domain.issues)
    for element in objective.all("issue"):
        name = findings.text(element, "name").strip()
        position = names.get(name)
        if "index" in element.attributes and position is not None:
            index = findings.whole(element, "index")
            if indices.get(index) != position:
                told = gettext("issue {name} has index {index} here and {other} in the domain")
                other = domain.issues[position].index
                findings.refuse(element.place, told.format(name=repr(name), index=index, other=other))
        if name and position is None:
            told = gettext("the domain has no issue {name}").format(name=repr(name))
            findings.refuse(element.place, told + suggestion_or_all(name, names))
        elif position is not None and found[position] is not None:
            told = gettext("issue {name} is there twice").format(name=repr(name))
            findings.refuse(element.place, told)
        elif position is not None:
            found[position] = element
    if not findings.problems:
        for issue, there in zip(domain.issues, found, strict=True):
            if there is None:
                told = gettext("issue {name} of the domain is missing").format(name=repr(issue.name))
                findings.refuse(objective.place, told)
    return found
