"""Genius' constraint utility space: ranks of the options, and conditions under which they count nothing.

As ConstraintUtilitySpace.getUtility of Genius 10: if a zero-outcome constraint is met, the outcome is worth 0.
Otherwise every issue adds the rank of its option divided by the largest rank of the issue (Rank.getNormalizedRank),
unless one of the issue's own constraints is met, and the sum is divided by the number of issues. What the constraints
say is told in `constraints`.
"""

from __future__ import annotations

from gettext import gettext

from negotiation_sim.interop.genius.constraints import read_constraint
from negotiation_sim.interop.genius.domain_reading import ISSUE, OBJECTIVE, type_of, values_of
from negotiation_sim.interop.genius.findings import Findings
from negotiation_sim.interop.genius.model import Condition, GeniusDomain, GeniusIssue, GeniusProfile, Lost
from negotiation_sim.interop.genius.xml_tree import Element
from negotiation_sim.scenario.nearest_name import suggestion_or_all

MOST_CONDITIONS = 2_000
"""Conditions that the constraints of a profile may come to."""


def read_constraint_space(
    objective: Element, domain: GeniusDomain, issues: list[Element | None], findings: Findings
) -> GeniusProfile:
    """The profile of a constraint space; reservation value and discount factor are read elsewhere."""
    findings.allow(objective, OBJECTIVE, "issue rules")
    for issue, element in zip(domain.issues, issues, strict=True):
        if element is not None:
            _same_options(issue, element, findings)
    rules = findings.one(objective, "rules")
    if rules is None:
        return GeniusProfile(())
    findings.allow(rules, "", "ranks constraints")
    ranks = findings.one(rules, "ranks")
    worths = _worths(ranks, domain, findings) if ranks is not None else ()
    deal_breakers: list[Condition] = []
    lost: list[Lost] = []
    for constraints in rules.all("constraints"):
        findings.allow(constraints, "", "constraint")
        for element in constraints.all("constraint"):
            read = read_constraint(element, domain, findings)
            if read.issue is None:
                deal_breakers += read.conditions
            else:
                lost += [Lost(read.issue, condition) for condition in read.conditions]
    if len(deal_breakers) + len(lost) > MOST_CONDITIONS:
        told = gettext("the constraints come to {count} conditions; allowed: {most} or fewer")
        findings.refuse(rules.place, told.format(count=len(deal_breakers) + len(lost), most=MOST_CONDITIONS))
    return GeniusProfile(worths, deal_breakers=tuple(deal_breakers), lost=tuple(lost))


def _same_options(issue: GeniusIssue, element: Element, findings: Findings) -> None:
    """The profile repeats the options of the domain, without anything that counts."""
    if type_of(element, findings) == "integer":
        findings.allow(element, ISSUE, "evaluator")
        return
    findings.allow(element, ISSUE, "item")
    there = values_of(element.all("item"), findings)
    for value in [*there.keys() - set(issue.options), *set(issue.options) - there.keys()]:
        told = gettext("option {value} of issue {name} is not in both the domain and the profile")
        findings.refuse(element.place, told.format(value=repr(value), name=repr(issue.name)))


def _worths(ranks: Element, domain: GeniusDomain, findings: Findings) -> tuple[tuple[float, ...], ...]:
    findings.allow(ranks, "", "issue")
    positions = {issue.index: j for j, issue in enumerate(domain.issues)}
    found: dict[int, list[int]] = {}
    for element in ranks.all("issue"):
        findings.allow(element, "index name", "item")
        index = findings.whole(element, "index")
        if index not in positions or index in found:
            told = gettext("ranks of an issue {index}; needed is each of {known} once")
            known = ", ".join(map(str, sorted(positions)))
            findings.refuse(element.place, told.format(index=index, known=known))
        else:
            found[index] = _ranks_of(domain.issues[positions[index]], element, findings)
    missing = [issue.name for issue in domain.issues if issue.index not in found]
    if missing:
        told = gettext("no ranks of issue {names}").format(names=", ".join(map(repr, missing)))
        findings.refuse(ranks.place, told)
        return ()
    shares = len(domain.issues)
    return tuple(
        tuple(rank / (max(found[issue.index]) or 1) / shares for rank in found[issue.index]) for issue in domain.issues
    )


def _ranks_of(issue: GeniusIssue, element: Element, findings: Findings) -> list[int]:
    """The ranks of the options of an issue. Genius looks them up by the option's text."""
    ranks: dict[str, int] = {}
    for value, item in values_of(element.all("item"), findings).items():
        findings.allow(item, "index rank value")
        ranks[value] = findings.whole(item, "rank")
        if ranks[value] < 0:
            told = gettext("'rank' of <item> is {rank}; allowed is a whole number from 0").format(rank=ranks[value])
            findings.refuse(item.place, told)
        if value and value not in issue.options:
            told = gettext("issue {name} has no option {value}").format(name=repr(issue.name), value=repr(value))
            findings.refuse(item.place, told + suggestion_or_all(value, issue.options[:30]))
    missing = [option for option in issue.options if option not in ranks]
    if missing:
        told = gettext("issue {name}: no rank of option {values}")
        values = ", ".join(map(repr, missing[:5]))
        findings.refuse(element.place, told.format(name=repr(issue.name), values=values))
    found = [ranks.get(option, 0) for option in issue.options]
    if not missing and max(found) == 0:
        told = gettext("issue {name}: all ranks are 0; at least one must be above 0").format(name=repr(issue.name))
        findings.refuse(element.place, told)
    return found
