"""What is wrong with a scenario, and where: one problem a line, with file, line and column."""

from collections.abc import Iterable
from dataclasses import dataclass
from gettext import ngettext

MOST_REPORTED = 200
"""So many problems of a file are listed; a hostile file cannot fill the screen with more."""

_WINDOW = 100
"""Characters of a long source line shown around the place of a problem."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: the file, the line and column (both from 1), what is wrong, and the line itself."""

    file: str
    line: int
    column: int
    message: str
    source_line: str

    def __str__(self) -> str:
        """The problem in one line, in the form editors and terminals make clickable."""
        return f"{self.file}:{self.line}:{self.column}: {self.message}"

    def report(self) -> str:
        """The problem with its source line and a caret beneath the place."""
        start = max(0, self.column - 1 - _WINDOW // 2) if len(self.source_line) > _WINDOW else 0
        shown = _printable(self.source_line[start : start + _WINDOW])
        before = shown[: self.column - 1 - start]
        indent = "".join("\t" if character == "\t" else " " for character in before)
        return f"{self}\n    {shown}\n    {indent}^"


@dataclass(frozen=True, slots=True)
class Source:
    """A text that was read: the name shown to the reader, and its lines."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a source: line and column from 1."""

    source: Source
    line: int
    column: int

    def problem(self, message: str) -> Problem:
        """A problem at this place."""
        inside = 0 < self.line <= len(self.source.lines)
        text = self.source.lines[self.line - 1] if inside else ""
        return Problem(self.source.name, self.line, self.column, message, text)


class ScenarioError(ValueError):
    """A scenario cannot be used. `problems` holds every mistake found, in the order of the lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keeps the problems; there is always at least one."""
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """One line for each problem: file:line:column: message."""
        return "\n".join(str(problem) for problem in self.problems)

    def report(self) -> str:
        """Every problem with its source line and a caret beneath the place."""
        return "\n".join(problem.report() for problem in self.problems)


def in_order(problems: Iterable[Problem], first_file: str) -> tuple[Problem, ...]:
    """The problems without repetitions, ordered by file (`first_file` first), line and column.

    At most `MOST_REPORTED` are kept; the last one then says how many more there are.
    """
    ordered = sorted(
        dict.fromkeys(problems),
        key=lambda problem: (problem.file != first_file, problem.file, problem.line, problem.column),
    )
    left_out = len(ordered) - MOST_REPORTED
    if left_out <= 0:
        return tuple(ordered)
    last = ordered[MOST_REPORTED]
    told = ngettext("and {number} more problem", "and {number} more problems", left_out).format(number=left_out)
    more = Problem(last.file, last.line, last.column, told, last.source_line)
    return (*ordered[:MOST_REPORTED], more)


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() or c == "\t" else "\N{REPLACEMENT CHARACTER}" for c in text)
