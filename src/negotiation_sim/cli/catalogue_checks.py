"""What is wrong with a file of translations (.po): sentences left out, places lost, letters of two alphabets mixed."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from negotiation_sim.messages import DOMAIN, FOLDER
from negotiation_sim.scenario.problems import Place, Problem, Source, in_order

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile(r"[Ѐ-ԯ]")


def catalogue_problems(path: Path) -> tuple[Problem, ...]:
    """Every problem of a file of translations at its line, in order; none where all is said as it should be."""
    source = Source(str(path), ())
    try:
        text = path.read_text(encoding="utf-8")
        source = Source(str(path), tuple(text.splitlines()))
        with path.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
    except PoFileError as error:
        return (Place(source, error.lineno + 1, 1).problem(str(error)),)
    except (OSError, ValueError) as error:
        return (Place(source, 1, 1).problem(f"this cannot be read as a file of translations: {error}"),)
    with (FOLDER / f"{DOMAIN}.pot").open("rb") as file:
        template = read_po(file)
    problems = [problem for message in catalogue if message.id for problem in _of_message(message, catalogue, source)]
    return in_order([*problems, *_strangers(catalogue, template, source)], source.name)


def mixed_words(text: str) -> list[str]:
    """The words of a text that mix Latin and Cyrillic letters, which look alike and are found by no search."""
    return [word for word in _WORD.findall(text) if _LATIN.search(word) and _CYRILLIC.search(word)]


def _of_message(message: Message, catalogue: Catalog, source: Source) -> Iterator[Problem]:
    forms = [message.id] if isinstance(message.id, str) else list(message.id)
    allowed = {_places(form) for form in forms}
    said = [message.string] if isinstance(message.string, str) else list(message.string or ())
    if message.fuzzy:
        yield _line(message, source, 0).problem("marked as fuzzy: look at it and take the mark away")
    if message.pluralizable and len(said) != catalogue.num_plurals:
        yield _line(message, source, 0).problem(f"{len(said)} plural forms; {catalogue.num_plurals} are needed")
    for number, form in enumerate(said):
        place = _line(message, source, number)
        if not form:
            yield place.problem(f"not translated: {forms[0]!r}")
            continue
        found = _places(form)
        if found is None:
            yield place.problem("a brace is not closed, or holds no name")
        elif found not in allowed:
            yield place.problem(_difference(found, _nearest(found, allowed)))
        for word in mixed_words(re.sub(r"{[^}]*}", " ", form)):
            yield place.problem(f"Latin and Cyrillic letters are mixed in {word!r}")


def _places(form: str) -> frozenset[str] | None:
    """The names in braces; None where the braces make no sense."""
    try:
        return frozenset(name for _, name, _, _ in string.Formatter().parse(form) if name is not None)
    except ValueError:
        return None


def _nearest(found: frozenset[str], allowed: set[frozenset[str] | None]) -> frozenset[str]:
    return min((names for names in allowed if names is not None), key=lambda names: len(names ^ found))


def _difference(found: frozenset[str], wanted: frozenset[str]) -> str:
    missing = [f"{{{name}}} is missing" for name in sorted(wanted - found)]
    unknown = [f"{{{name}}} is not in the English sentence" for name in sorted(found - wanted)]
    return "; ".join([*missing, *unknown])


def _line(message: Message, source: Source, form: int) -> Place:
    """The line of a translated form, after the line where its English sentence begins."""
    first = line = message.lineno or 1
    while line <= len(source.lines) and source.lines[line - 1].strip():
        if re.match(rf"msgstr(\[{form}\])?\s", source.lines[line - 1]):
            return Place(source, line, 1)
        line += 1
    return Place(source, first, 1)


def _strangers(catalogue: Catalog, template: Catalog, source: Source) -> Iterator[Problem]:
    """English sentences that the file lacks, told at its end, and those that the program never says."""
    end = Place(source, max(1, len(source.lines)), 1)
    for message in template:
        if message.id and catalogue.get(message.id, message.context) is None:
            yield end.problem(f"the sentence is not in the file: {_first(message)!r}")
    for message in catalogue:
        if message.id and template.get(message.id, message.context) is None:
            place = Place(source, message.lineno or 1, 1)
            yield place.problem(f"the program has no such English sentence: {_first(message)!r}")


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]
