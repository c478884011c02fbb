"""Where a text stops being YAML: says what was most likely written wrong, and where."""

from gettext import gettext
from typing import NamedTuple

import yaml

from negotiation_sim.scenario.problems import Place, Problem, Source

_ = str  # marks words for the message catalogues; they are translated where they are shown, braces written twice
_HINTS = (
    ("tab character", _("found a tab character; indent with spaces, not with the Tab key")),
    ("mapping values are not allowed", _("a ':' is not allowed here; put text that holds ': ' in quotes, and "
     "check the indentation")),
    ("could not find expected ':'", _("a ':' is missing after the key, or the indentation is off")),
    ("did not find expected key", _("a key was expected here; check the indentation and the quotes")),
    ("did not find expected '-'", _("an item with '- ' was expected here; check the indentation")),
    ("did not find expected node content", _("a value was expected here")),
    ("',' or '}'", _("a ',' or '}}' was expected here")),
    ("',' or ']'", _("a ',' or ']' was expected here")),
    ("unknown escape character", _("this backslash means nothing; use single quotes, or write \\\\")),
    ("unexpected document indicator", _("'---' or '...' inside quotes; a closing quote is missing")),
)  # fmt: skip


class Quote(NamedTuple):
    """A text in quotes: where it begins, and the line in which it ends."""

    place: Place
    end_line: int


def syntax_problem(
    source: Source, error: yaml.YAMLError, last_quote: Quote | None, open_bracket: Place | None
) -> Problem:
    """The one mistake at which reading stopped, shown where it was made rather than where it was noticed."""
    mark = getattr(error, "problem_mark", None)
    place = Place(source, mark.line + 1, mark.column + 1) if mark else Place(source, 1, 1)
    if last_quote and last_quote.end_line == place.line > last_quote.place.line:
        told = gettext("this quote is closed only on line {line}; a closing quote is missing before it")
        return last_quote.place.problem(told.format(line=place.line))
    context, began = str(getattr(error, "context", "")), getattr(error, "context_mark", None)
    opened = Place(source, began.line + 1, began.column + 1) if began else place
    if "quoted scalar" in context and "end of stream" in str(getattr(error, "problem", "")):
        return opened.problem(gettext("this quote is never closed"))
    if open_bracket and open_bracket.line < place.line:
        told = gettext(
            "this bracket is not closed: a ',' or a closing bracket is missing before line {line}, column {column}"
        )
        return open_bracket.problem(told.format(line=place.line, column=place.column))
    if opened.line < place.line and "simple key" in context:
        return opened.problem(gettext("a ':' is missing after this key, or the indentation is off"))
    found = str(getattr(error, "problem", None) or "")
    line = source.lines[place.line - 1] if place.line <= len(source.lines) else ""
    if "cannot start any token" in found:
        start = line[place.column - 1 : place.column]
        if start != "\t":
            told = gettext("a word cannot begin with {start}; put it in quotes")
            return place.problem(told.format(start=repr(start)))
        found = "found a tab character"
    hint = next((hint for words, hint in _HINTS if words in found), "")
    if hint:
        return place.problem(gettext(hint).format())
    return place.problem(" ".join(found.split()) or gettext("this cannot be read as YAML"))
