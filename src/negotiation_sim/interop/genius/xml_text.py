"""A scenario as files of Genius: a domain, and a preference profile a party."""

from __future__ import annotations

import re
from gettext import gettext
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from negotiation_sim.interop.value_tables import Exported, ExportedParty, NotExportable

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def genius_files(exported: Exported) -> dict[str, str]:
    """The texts of the files by name."""
    for text in [exported.title, *(text for issue in exported.issues for text in (issue.name, *issue.options))]:
        if _NO_XML.search(text):
            raise NotExportable(gettext("{text} has a character that XML cannot hold").format(text=repr(text)))
    files = {"domain.xml": _domain(exported)}
    return files | {f"profile_{party.role}.xml": _profile(exported, party) for party in exported.parties}


def _domain(exported: Exported) -> str:
    root = Element("negotiation_template")
    space = SubElement(root, "utility_space", number_of_issues=str(len(exported.issues)))
    _objective(space, exported)
    return _text(root)


def _profile(exported: Exported, party: ExportedParty) -> str:
    """Weights are the ranges of the issues, so that every issue's best option evaluates to 1."""
    root = Element("utility_space")
    objective = _objective(root, exported)
    for issue, row in zip(objective.findall("issue"), party.worths, strict=True):
        for item, worth in zip(issue.findall("item"), row, strict=True):
            item.set("evaluation", repr(worth / (max(row) or 1.0)))
    for number, row in enumerate(party.worths, start=1):
        SubElement(objective, "weight", index=str(number), value=repr(max(row)))
    SubElement(root, "discount_factor", value=repr(party.discount))
    SubElement(root, "reservation", value=repr(party.reservation))
    return _text(root)


def _objective(parent: Element, exported: Exported) -> Element:
    objective = SubElement(parent, "objective", index="0", name=exported.title, description="")
    for attribute in ("type", "etype"):
        objective.set(attribute, "objective")
    for number, issue in enumerate(exported.issues, start=1):
        element = SubElement(objective, "issue", index=str(number), name=issue.name)
        for attribute in ("type", "etype", "vtype"):
            element.set(attribute, "discrete")
        for place, option in enumerate(issue.options, start=1):
            SubElement(element, "item", index=str(place), value=option)
    return objective


def _text(root: Element) -> str:
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
