"""What is wrong with a file in the Genius format, and where; and what is allowed there."""

from __future__ import annotations

import math
import re
from gettext import gettext

from negotiation_sim.interop.genius.file_error import GeniusFileError
from negotiation_sim.interop.genius.xml_tree import Element
from negotiation_sim.scenario.nearest_name import suggestion_or_all
from negotiation_sim.scenario.problems import Place, Problem, in_order

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,9}", re.ASCII)


class Findings:
    """Mistakes found in one file. Reading goes on after each, so that all are told at once.

    `remarks` tell what Genius does with the file that its author may not have meant.
    """

    def __init__(self, file: str) -> None:
        """Nothing is wrong with the file so far."""
        self.file = file
        self.problems: list[Problem] = []
        self.remarks: list[str] = []

    def refuse(self, place: Place, message: str) -> None:
        """Note a mistake."""
        self.problems.append(place.problem(message))

    def remark(self, place: Place, message: str) -> None:
        """Note what the user should know, once."""
        told = gettext("line {line}: {message}").format(line=place.line, message=message)
        if told not in self.remarks:
            self.remarks.append(told)

    def finish(self) -> None:
        """Raises GeniusFileError with all mistakes, if there are any."""
        if self.problems:
            raise GeniusFileError(in_order(self.problems, self.file))

    def allow(self, element: Element, attributes: str, children: str = "") -> None:
        """Refuse every attribute and child element whose name is not listed (names with spaces between)."""
        for name in element.attributes:
            if name not in attributes.split():
                told = gettext("<{tag}> has no attribute {name}").format(tag=element.tag, name=repr(name))
                self.refuse(element.place, told + _instead(name, attributes))
        for child in element.children:
            if child.tag not in children.split():
                told = gettext("<{child}> does not belong into <{tag}>").format(child=child.tag, tag=element.tag)
                self.refuse(child.place, told + _instead(child.tag, children))

    def text(self, element: Element, name: str) -> str:
        """An attribute that must be there; "" where it is not."""
        value = element.attributes.get(name, "")
        if not value.strip():
            told = gettext("<{tag}> needs the attribute {name}").format(tag=element.tag, name=repr(name))
            self.refuse(element.place, told)
        return value

    def number(self, element: Element, name: str, least: float = -math.inf) -> float:
        """An attribute that must be a number, not below `least`; 0 where it is not."""
        value = self.text(element, name)
        if not value.strip():
            return 0.0
        number = float(value) if _NUMBER.fullmatch(value.strip()) else math.nan
        if math.isfinite(number) and number >= least:
            return number
        told = gettext("{name} of <{tag}> is {value}; allowed is a number")
        if least > -math.inf:
            told = gettext("{name} of <{tag}> is {value}; allowed is a number from {least:g}")
        self.refuse(
            element.place, told.format(name=repr(name), tag=element.tag, value=repr(_short(value)), least=least)
        )
        return 0.0

    def whole(self, element: Element, name: str) -> int:
        """An attribute that must be a whole number; 0 where it is not."""
        value = self.text(element, name)
        if _WHOLE.fullmatch(value.strip()):
            return int(value)
        if value.strip():
            told = gettext("{name} of <{tag}> is {value}; allowed is a whole number of at most 9 digits")
            self.refuse(element.place, told.format(name=repr(name), tag=element.tag, value=repr(_short(value))))
        return 0

    def one(self, element: Element, tag: str) -> Element | None:
        """The one child element with this tag; a mistake where it is missing or not the only one."""
        found = element.all(tag)
        if not found:
            told = gettext("<{tag}> needs an element <{child}>").format(tag=element.tag, child=tag)
            self.refuse(element.place, told)
            return None
        for more in found[1:]:
            told = gettext("a second <{child}>; <{tag}> has one").format(tag=element.tag, child=tag)
            self.refuse(more.place, told)
        return found[0]


def is_whole(text: str) -> bool:
    """Whether Java's Integer.valueOf would take the text."""
    return _WHOLE.fullmatch(text) is not None


def _instead(wrong: str, allowed: str) -> str:
    """What may stand in the place of a wrong name."""
    return suggestion_or_all(wrong, allowed.split()) if allowed else f" ({gettext('nothing is allowed there')})"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
