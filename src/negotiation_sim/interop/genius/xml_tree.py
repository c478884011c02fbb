"""XML from a stranger, read without harm: elements with their attributes and places.

A document type, entities and whatever they could name are refused, and so are files of unusual size or depth.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from gettext import gettext
from io import BytesIO
from pathlib import Path
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from negotiation_sim.interop.genius.file_error import GeniusFileError
from negotiation_sim.scenario.problems import Place, Source

LARGEST = 20_000_000
"""Bytes of a file that is read."""

DEEPEST = 20
"""Levels of elements; files of Genius have 6."""

MOST_ELEMENTS = 200_000
"""Elements of a file."""


@dataclass(frozen=True, slots=True)
class Element:
    """An XML element: its tag, its attributes, its child elements, and where it begins."""

    tag: str
    attributes: dict[str, str]
    place: Place
    children: list[Element] = field(default_factory=list)

    def all(self, tag: str) -> list[Element]:
        """The child elements with this tag."""
        return [child for child in self.children if child.tag == tag]


class _Refused(Exception):  # noqa: N818 - it never leaves this file
    """The reading stops at a place, with a message."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.problem = place.problem(message)


class _Builder(ContentHandler):
    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source
        self.root: Element | None = None
        self.open: list[Element] = []
        self.elements = 0
        self.locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - the name that SAX calls
        self.locator = locator

    @property
    def place(self) -> Place:
        assert self.locator is not None
        line, column = self.locator.getLineNumber() or 1, self.locator.getColumnNumber() or 0
        return Place(self.source, line, column + 1)

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - the name that SAX calls
        element = Element(name, dict(attrs.items()), self.place)
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise _Refused(element.place, gettext("more than {most} elements").format(most=MOST_ELEMENTS))
        if len(self.open) == DEEPEST:
            raise _Refused(element.place, gettext("elements lie more than {most} levels deep").format(most=DEEPEST))
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def endElement(self, name: str) -> None:  # noqa: N802 - the name that SAX calls
        self.open.pop()


def read_xml(path: Path) -> Element:
    """The root element of a file. Raises GeniusFileError, or OSError where it cannot be opened."""
    source = Source(str(path), ())
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        told = gettext("larger than {most} MB; files of Genius are smaller").format(most=LARGEST // 10**6)
        raise GeniusFileError([Place(source, 1, 1).problem(told)])
    builder = _Builder(source)
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setContentHandler(builder)
    try:
        parser.parse(BytesIO(content))
    except SAXParseException as error:
        place = Place(source, error.getLineNumber() or 1, (error.getColumnNumber() or 0) + 1)
        told = gettext("this is not XML: {what}").format(what=error.getMessage())
        raise GeniusFileError([place.problem(told)]) from None
    except DefusedXmlException:
        told = gettext("a document type (<!DOCTYPE ...>) is not allowed, nor are entities; files of Genius have none")
        raise GeniusFileError([builder.place.problem(told)]) from None
    except (LookupError, ValueError) as error:
        told = gettext("an encoding that cannot be read ({what}); allowed: UTF-8").format(what=error)
        raise GeniusFileError([Place(source, 1, 1).problem(told)]) from None
    except _Refused as error:
        raise GeniusFileError([error.problem]) from None
    assert builder.root is not None
    return builder.root
