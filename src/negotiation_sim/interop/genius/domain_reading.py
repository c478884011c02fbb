"""The domain file of Genius: issues and their options."""

from __future__ import annotations

from gettext import gettext
from pathlib import Path

from negotiation_sim.interop.genius.findings import Findings
from negotiation_sim.interop.genius.model import GeniusDomain, GeniusIssue
from negotiation_sim.interop.genius.xml_tree import Element, read_xml
from negotiation_sim.scenario.issue import MOST_OPTIONS

ISSUE = "index name type vtype etype lowerbound upperbound description"
OBJECTIVE = "index name type etype description"
_ITEM = "index value description cost"
_TYPES = ("discrete", "integer")


def read_domain(path: Path) -> GeniusDomain:
    """The domain of a file. Raises GeniusFileError with all mistakes, or OSError where it cannot be opened."""
    root, findings = read_xml(path), Findings(str(path))
    if root.tag == "utility_space":
        told = gettext("this is a preference profile; the domain, <negotiation_template>, comes first")
        findings.refuse(root.place, told)
    elif root.tag != "negotiation_template":
        told = gettext("<{tag}> is no domain of Genius; allowed is <negotiation_template>")
        findings.refuse(root.place, told.format(tag=root.tag))
    findings.finish()
    findings.allow(root, "number_of_sessions", "utility_space agent")
    space = findings.one(root, "utility_space")
    if space is not None:
        findings.allow(space, "number_of_issues type", "objective")
    objective = findings.one(space, "objective") if space is not None else None
    if objective is None:
        findings.finish()
    assert objective is not None
    findings.allow(objective, OBJECTIVE, "issue")
    issues = tuple(_issue(element, findings) for element in objective.all("issue"))
    if not issues:
        findings.refuse(objective.place, gettext("there is no <issue>; at least one is needed"))
    _no_doubles(objective, findings)
    findings.finish()
    name = objective.attributes.get("name", "").strip()
    return GeniusDomain(path.stem if name in ("", "root") else name, issues)


def type_of(issue: Element, findings: Findings) -> str:
    """What kind of issue an element is, "" where it cannot be told; Genius takes one without a type for discrete."""
    types = {issue.attributes[name] for name in ("type", "vtype", "etype") if name in issue.attributes}
    for wrong in sorted(types - set(_TYPES)):
        told = gettext("an issue of type {type} cannot be read; allowed: {allowed}")
        findings.refuse(issue.place, told.format(type=repr(wrong), allowed=", ".join(_TYPES)))
    if types == set(_TYPES):
        told = gettext("the issue is of type {types} at once; allowed is one of them")
        findings.refuse(issue.place, told.format(types=", ".join(_TYPES)))
    if not types:
        return "discrete"
    return types.pop() if len(types) == 1 and types < set(_TYPES) else ""


def bounds_of(issue: Element, findings: Findings) -> tuple[int, int]:
    """The least and the largest value of an integer issue."""
    lowest, highest = findings.whole(issue, "lowerbound"), findings.whole(issue, "upperbound")
    if highest <= lowest:
        told = gettext("from {lowest} to {highest} there is nothing to choose; upperbound must be above lowerbound")
        findings.refuse(issue.place, told.format(lowest=lowest, highest=highest))
    return lowest, highest


def _issue(element: Element, findings: Findings) -> GeniusIssue:
    index, name = findings.whole(element, "index"), findings.text(element, "name")
    kind = type_of(element, findings)
    if not kind:
        return GeniusIssue(index, name, ())
    if kind == "integer":
        findings.allow(element, ISSUE)
        lowest, highest = bounds_of(element, findings)
        count = highest - lowest + 1
        options: tuple[str, ...] = ()
        if 1 < count <= MOST_OPTIONS:
            options = tuple(str(value) for value in range(lowest, highest + 1))
        _not_too_many(element, count, findings)
        return GeniusIssue(index, name, options, lowest)
    findings.allow(element, ISSUE, "item")
    items = element.all("item")
    _not_too_many(element, len(items), findings)
    if len(items) < 2:
        told = gettext("issue {name} has {count} <item>; allowed: 2 or more")
        findings.refuse(element.place, told.format(name=repr(name), count=len(items)))
    for item in items:
        findings.allow(item, _ITEM)
    values = values_of(items, findings)
    return GeniusIssue(index, name, tuple(values))


def values_of(items: list[Element], findings: Findings) -> dict[str, Element]:
    """The items of an issue by their values, in the order of the file."""
    found: dict[str, Element] = {}
    for item in items:
        value = findings.text(item, "value")
        if value in found:
            told = gettext("the option {value} is there twice").format(value=repr(value))
            findings.refuse(item.place, told)
        found.setdefault(value, item)
    return found


def _not_too_many(issue: Element, count: int, findings: Findings) -> None:
    if count > MOST_OPTIONS:
        told = gettext("{count} options; allowed: {most} or fewer").format(count=count, most=MOST_OPTIONS)
        findings.refuse(issue.place, told)


def _no_doubles(objective: Element, findings: Findings) -> None:
    for name in ("index", "name"):
        seen = set()
        for issue in objective.all("issue"):
            value = issue.attributes.get(name)
            if value is not None and value in seen:
                told = gettext("a second issue with {name} {value}").format(name=name, value=repr(value))
                findings.refuse(issue.place, told)
            seen.add(value)
