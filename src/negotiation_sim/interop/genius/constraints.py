"""What the constraints of Genius' constraint utility space mean, as conditions on options.

Read in the Java sources of Genius 10 (genius.core.utility); only the own text of SumZeroConstraint was not at hand: its
meaning follows from its subclass and from SumZeroConstraintList. Two make the whole outcome worth 0:

inclusiveZeroOutcomeConstraint (InclusiveZeroOutcomeConstraint): if every `checkassignment` holds. "numeric=positive"
    holds where the value is not below 0, "numeric=negative" where it is not above 0; other words hold where the value
    contains them.
conditionalZeroOutcomeConstraint (ConditionalZeroOutcomeConstraint): two `checkassignment`s; if the first holds
    ("numeric=positive": above 0; "numeric=negative": below 0) and the value of the second does not contain its words.

Five make the issue named by `index` add nothing:

zeroConstraint (ZeroConstraint): if every `valueassignment` holds: the issue has this very value.
conditionalZeroConstraint (ConditionalZeroConstraint): if every `valueassignment` holds and the value of the issue
    `index` does not contain `value`.
sumZeroConstraint (SumZeroConstraint): if the values of the issues of the `item`s, which are whole numbers, add up to at
    least `min` and at most `max`, and the value of the issue `index` contains `value`.
sumZeroNotConstraint (SumZeroNotConstraint): the same where it does not contain `value`.
sumZeroConstraintList (SumZeroConstraintList): the same where it contains the value of one of the `condition`s.

Other types are passed over by Genius without a word; here they are refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from gettext import gettext
from typing import NamedTuple

from negotiation_sim.interop.genius.constraint_parts import ConstraintReader, conditions_of_sum
from negotiation_sim.interop.genius.findings import Findings
from negotiation_sim.interop.genius.model import Condition, GeniusDomain
from negotiation_sim.interop.genius.xml_tree import Element
from negotiation_sim.scenario.nearest_name import suggestion_or_all

_OF_OUTCOMES = ("inclusiveZeroOutcomeConstraint", "conditionalZeroOutcomeConstraint")
_OF_SUMS = ("sumZeroConstraint", "sumZeroNotConstraint", "sumZeroConstraintList")
TYPES = (*_OF_OUTCOMES, "zeroConstraint", "conditionalZeroConstraint", *_OF_SUMS)


class Constraint(NamedTuple):
    """The conditions of a constraint, any of which is enough; `issue` is None where the whole outcome is at stake."""

    issue: int | None
    conditions: list[Condition]


def read_constraint(element: Element, domain: GeniusDomain, findings: Findings) -> Constraint:
    """The conditions of a constraint."""
    kind = element.attributes.get("type", "")
    reader = ConstraintReader(element, domain, findings)
    if kind not in TYPES:
        told = gettext("there is no constraint of type {type}").format(type=repr(kind))
        findings.refuse(element.place, told + suggestion_or_all(kind, TYPES))
        return Constraint(None, [])
    if kind in _OF_OUTCOMES:
        findings.allow(element, "type", "checkassignment")
        conditions = _inclusive(reader) if kind == _OF_OUTCOMES[0] else _conditional(reader)
        return Constraint(None, _possible(conditions))
    position = reader.position(element)
    if position is None:
        return Constraint(None, [])
    if kind == "zeroConstraint":
        findings.allow(element, "type index", "valueassignment")
        conditions = [reader.assigned()]
    elif kind == "conditionalZeroConstraint":
        findings.allow(element, "type index value", "valueassignment")
        lacking = reader.others(position, reader.holding(position, findings.text(element, "value")))
        conditions = [_both(reader.assigned(), {position: lacking})]
    else:
        hit = _options_of_sums(reader, kind, position)
        conditions = [_both(condition, {position: hit}) for condition in conditions_of_sum(reader)]
    return Constraint(position, _possible(conditions))


def _options_of_sums(reader: ConstraintReader, kind: str, position: int) -> frozenset[int]:
    """The options of the issue itself for which a constraint on a sum counts."""
    element, findings = reader.element, reader.findings
    if kind == "sumZeroConstraintList":
        findings.allow(element, "type index min max", "item condition")
        listed = element.all("condition")
        for each in listed:
            findings.allow(each, "value")
        return frozenset().union(*(reader.holding(position, findings.text(each, "value")) for each in listed))
    findings.allow(element, "type index value min max", "item")
    holding = reader.holding(position, findings.text(element, "value"))
    return holding if kind == "sumZeroConstraint" else reader.others(position, holding)


def _inclusive(reader: ConstraintReader) -> list[Condition]:
    condition: dict[int, frozenset[int]] = {}
    for position, (each, words) in reader.checked().items():
        if "numeric" not in words:
            condition[position] = reader.holding(position, words)
            continue
        numbers = reader.numbers(position, each)
        allowed = set(range(len(numbers)))
        if "positive" in words:
            allowed &= {k for k, number in enumerate(numbers) if number >= 0}
        elif "negative" in words:
            allowed &= {k for k, number in enumerate(numbers) if number <= 0}
        else:
            _refuse_words(reader, each, words)
        condition[position] = frozenset(allowed)
    if not condition:
        reader.findings.refuse(reader.element.place, gettext("<constraint> needs a <checkassignment>"))
    return [condition]


def _conditional(reader: ConstraintReader) -> list[Condition]:
    # Genius takes the two in the order of a Java HashMap, which for two small numbers goes by the remainder of 16.
    checked = sorted(reader.checked().items(), key=lambda item: reader.domain.issues[item[0]].index % 16)
    if len(checked) != 2:
        told = gettext("a conditionalZeroOutcomeConstraint needs two <checkassignment> of different issues")
        reader.findings.refuse(reader.element.place, told)
        return []
    (first, (each, words)), (second, (_, needed)) = checked
    numbers = reader.numbers(first, each)
    if words == "numeric=positive":
        met = frozenset(k for k, number in enumerate(numbers) if number > 0)
    elif words == "numeric=negative":
        met = frozenset(k for k, number in enumerate(numbers) if number < 0)
    else:
        _refuse_words(reader, each, words)
        return []
    return [{first: met, second: reader.others(second, reader.holding(second, needed))}]


def _refuse_words(reader: ConstraintReader, element: Element, words: str) -> None:
    told = gettext("condition {words}; allowed here: 'numeric=positive' or 'numeric=negative'")
    reader.findings.refuse(element.place, told.format(words=repr(words)))


def _both(one: Condition, other: Condition) -> Condition:
    return {j: one.get(j, other.get(j, frozenset())) & other.get(j, one.get(j, frozenset())) for j in {**one, **other}}


def _possible(conditions: Iterable[Condition]) -> list[Condition]:
    """The conditions that some outcome can meet."""
    return [condition for condition in conditions if all(condition.values())]
