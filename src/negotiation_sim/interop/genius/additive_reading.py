"""Genius' additive utility space: weights of the issues, evaluations of their options.

As AdditiveUtilitySpace, EvaluatorDiscrete.normalize and EvaluatorInteger.getEvaluation of Genius 10: an outcome is
worth the sum over its issues of weight x evaluation. Evaluations of a discrete issue are divided by the largest one, or
count 0 where that is below 0.00001; an integer issue evaluates to offset + slope x (value - lowerbound), kept between 0
and 1. Of two evaluations of an option the last counts (EvaluatorDiscrete.loadFromXML).

Weights are divided by their sum (AdditiveUtilitySpace.normalizeWeights). The constructor that reads a file does not
call this in the version at hand: there a file whose weights do not add up to 1 gives utilities larger by their sum.
The order of the outcomes is the same but for the cap at 1, and an import says what the sum was.
"""

from __future__ import annotations

from gettext import gettext

from negotiation_sim.interop.genius.domain_reading import ISSUE, OBJECTIVE, bounds_of, type_of
from negotiation_sim.interop.genius.findings import Findings
from negotiation_sim.interop.genius.model import GeniusDomain, GeniusIssue, GeniusProfile
from negotiation_sim.interop.genius.xml_tree import Element
from negotiation_sim.scenario.nearest_name import suggestion_or_all

_LEAST_MAXIMUM = 0.00001


def read_additive_space(
    objective: Element, domain: GeniusDomain, issues: list[Element | None], findings: Findings
) -> GeniusProfile:
    """The profile of an additive space; reservation value and discount factor are read elsewhere."""
    findings.allow(objective, OBJECTIVE, "issue weight")
    weights = _weights(objective, domain, findings)
    total = sum(weights)
    worths = []
    for issue, element, weight in zip(domain.issues, issues, weights, strict=True):
        evaluated = _evaluations(issue, element, findings) if element is not None else [0.0] * len(issue.options)
        share = weight / total if total > 0.0 else 0.0
        worths.append(tuple(share * evaluation for evaluation in evaluated))
    if not findings.problems and not any(any(row) for row in worths):
        told = gettext("all evaluations that count are 0; at least one must be above 0")
        findings.refuse(objective.place, told)
    return GeniusProfile(tuple(worths), weight_sum=total)


def _weights(objective: Element, domain: GeniusDomain, findings: Findings) -> list[float]:
    """The weight of each issue, as written."""
    positions = {issue.index: j for j, issue in enumerate(domain.issues)}
    found: dict[int, float] = {}
    for element in objective.all("weight"):
        findings.allow(element, "index value")
        index, weight = findings.whole(element, "index"), findings.number(element, "value", least=0.0)
        if index not in positions:
            told = gettext("weight of an issue {index}; the domain has {known}")
            known = ", ".join(map(str, sorted(positions)))
            findings.refuse(element.place, told.format(index=index, known=known))
        elif index in found:
            findings.refuse(element.place, gettext("a second weight of issue {index}").format(index=index))
        found[index] = weight
    missing = [issue for issue in domain.issues if issue.index not in found]
    if missing:
        told = gettext("no <weight> of issue {names}; every issue needs one")
        names = ", ".join(repr(issue.name) for issue in missing)
        findings.refuse(objective.place, told.format(names=names))
    if not missing and not any(found.values()):
        findings.refuse(objective.place, gettext("all weights are 0; at least one must be above 0"))
    return [found.get(issue.index, 0.0) for issue in domain.issues]


def _evaluations(issue: GeniusIssue, element: Element, findings: Findings) -> list[float]:
    """What the options of an issue evaluate to, from 0 to 1."""
    kind = type_of(element, findings)
    wanted = "discrete" if issue.lowest is None else "integer"
    if kind and kind != wanted:
        told = gettext("issue {name} is {kind} here and {other} in the domain")
        findings.refuse(element.place, told.format(name=repr(issue.name), kind=kind, other=wanted))
    if kind != wanted:
        return [0.0] * len(issue.options)
    if kind == "integer":
        return _linear(issue, element, findings)
    findings.allow(element, ISSUE, "item similarity_function")
    return _normalised(issue, element, findings)


def _normalised(issue: GeniusIssue, element: Element, findings: Findings) -> list[float]:
    items: dict[str, Element] = {}
    for item in element.all("item"):
        findings.allow(item, "index value description cost evaluation")
        value = findings.text(item, "value")
        if value in items:
            told = gettext("option {value} is evaluated again; the last evaluation counts, as in Genius")
            findings.remark(item.place, told.format(value=repr(value)))
        items[value] = item
        if value and value not in issue.options:
            told = gettext("the domain's issue {name} has no option {value}")
            told = told.format(name=repr(issue.name), value=repr(value))
            findings.refuse(item.place, told + suggestion_or_all(value, issue.options[:30]))
    raw = []
    for option in issue.options:
        there = items.get(option)
        if there is None:
            told = gettext("issue {name}: the option {value} of the domain is missing")
            findings.refuse(element.place, told.format(name=repr(issue.name), value=repr(option)))
        raw.append(findings.number(there, "evaluation", least=0.0) if there is not None else 0.0)
    largest = max(raw)
    return [evaluation / largest if largest >= _LEAST_MAXIMUM else 0.0 for evaluation in raw]


def _linear(issue: GeniusIssue, element: Element, findings: Findings) -> list[float]:
    findings.allow(element, ISSUE, "evaluator")
    lowest, highest = bounds_of(element, findings)
    if (lowest, highest) != (int(issue.options[0]), int(issue.options[-1])):
        told = gettext("issue {name} runs from {lowest} to {highest} here and from {first} to {last} in the domain")
        told = told.format(
            name=repr(issue.name), lowest=lowest, highest=highest, first=issue.options[0], last=issue.options[-1]
        )
        findings.refuse(element.place, told)
    evaluator = findings.one(element, "evaluator")
    if evaluator is None:
        return [0.0] * len(issue.options)
    findings.allow(evaluator, "slope offset ftype")
    form = evaluator.attributes.get("ftype", "linear")
    if form != "linear":
        told = gettext("an evaluator of ftype {form} cannot be read; allowed: linear").format(form=repr(form))
        findings.refuse(evaluator.place, told)
    slope, offset = findings.number(evaluator, "slope"), findings.number(evaluator, "offset")
    return [min(1.0, max(0.0, offset + slope * step)) for step in range(len(issue.options))]
