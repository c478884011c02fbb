"""What the parts of a constraint in a file of Genius say: issues, values, words, sums."""

from __future__ import annotations

import itertools
from gettext import gettext
from typing import NamedTuple

from negotiation_sim.interop.genius.findings import Findings, is_whole
from negotiation_sim.interop.genius.model import Condition, GeniusDomain
from negotiation_sim.interop.genius.xml_tree import Element
from negotiation_sim.scenario.nearest_name import suggestion_or_all

MOST_SUMS = 10_000
"""Combinations of values that a constraint on a sum may have."""


class ConstraintReader(NamedTuple):
    """A constraint that is being read."""

    element: Element
    domain: GeniusDomain
    findings: Findings

    def position(self, element: Element) -> int | None:
        """The issue that an element names by its index."""
        index = self.findings.whole(element, "index")
        for position, issue in enumerate(self.domain.issues):
            if issue.index == index:
                return position
        told = gettext("there is no issue {index}; the domain has {known}")
        known = ", ".join(str(issue.index) for issue in self.domain.issues)
        self.findings.refuse(element.place, told.format(index=index, known=known))
        return None

    def numbers(self, position: int, element: Element) -> list[int]:
        """The values of an issue, which must be whole numbers."""
        issue = self.domain.issues[position]
        wrong = [option for option in issue.options if not is_whole(option)]
        if wrong:
            told = gettext("issue {name} has the value {value}; this constraint needs whole numbers")
            self.findings.refuse(element.place, told.format(name=repr(issue.name), value=repr(wrong[0])))
            return [0] * len(issue.options)
        return [int(option) for option in issue.options]

    def holding(self, position: int, words: str) -> frozenset[int]:
        """The options whose text contains words."""
        issue = self.domain.issues[position]
        found = frozenset(k for k, option in enumerate(issue.options) if words in option)
        if not found:
            told = gettext("no option of issue {name} contains {words}")
            self.findings.remark(self.element.place, told.format(name=repr(issue.name), words=repr(words)))
        return found

    def others(self, position: int, options: frozenset[int]) -> frozenset[int]:
        """All options of an issue but these."""
        return frozenset(range(len(self.domain.issues[position].options))) - options

    def assigned(self) -> Condition:
        """What the `valueassignment`s say together; of two on one issue Genius keeps the last."""
        found: dict[int, frozenset[int]] = {}
        for each in self.element.all("valueassignment"):
            self.findings.allow(each, "index value")
            position, value = self.position(each), self.findings.text(each, "value")
            if position is None:
                continue
            issue = self.domain.issues[position]
            if value and value not in issue.options:
                told = gettext("issue {name} has no option {value}").format(name=repr(issue.name), value=repr(value))
                self.findings.refuse(each.place, told + suggestion_or_all(value, issue.options[:30]))
            found[position] = frozenset(k for k, option in enumerate(issue.options) if option == value)
        if not found:
            self.findings.refuse(self.element.place, gettext("<constraint> needs a <valueassignment>"))
        return found

    def checked(self) -> dict[int, tuple[Element, str]]:
        """What the `checkassignment`s say, by issue."""
        found = {}
        for each in self.element.all("checkassignment"):
            self.findings.allow(each, "index condition")
            position, words = self.position(each), self.findings.text(each, "condition")
            if position is not None:
                found[position] = (each, words)
        return found


def conditions_of_sum(reader: ConstraintReader) -> list[Condition]:
    """The combinations of values whose sum lies between `min` and `max`, those of the last issue taken together."""
    least, most = reader.findings.whole(reader.element, "min"), reader.findings.whole(reader.element, "max")
    counted: dict[int, int] = {}
    for item in reader.element.all("item"):
        reader.findings.allow(item, "index")
        position = reader.position(item)
        if position is not None:
            counted[position] = counted.get(position, 0) + 1
    if not counted:
        reader.findings.refuse(reader.element.place, gettext("<constraint> needs an <item>"))
        return []
    values = {j: [number * times for number in reader.numbers(j, reader.element)] for j, times in counted.items()}
    *before, last = values
    combinations = 1
    for j in before:
        combinations *= len(values[j])
    if combinations > MOST_SUMS:
        told = gettext("a sum of {count} combinations of values; allowed: {most} or fewer")
        reader.findings.refuse(reader.element.place, told.format(count=combinations, most=MOST_SUMS))
        return []
    conditions: list[Condition] = []
    for options in itertools.product(*(range(len(values[j])) for j in before)):
        base = sum(values[j][k] for j, k in zip(before, options, strict=True))
        fitting = frozenset(k for k, value in enumerate(values[last]) if least <= base + value <= most)
        conditions.append({**{j: frozenset([k]) for j, k in zip(before, options, strict=True)}, last: fitting})
    return conditions
