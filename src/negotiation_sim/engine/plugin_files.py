"""A user's file read as text, without running it: which functions it holds, whether one fits its place."""

from __future__ import annotations

import ast
from difflib import get_close_matches
from gettext import gettext, ngettext
from pathlib import Path
from typing import NamedTuple

PARAMETERS = {
    "strategy": (("party", "view", "issue", "option"), ("party", "view", "scores")),
    "concession": (("party", "view"),),
    "packages": (("party", "view", "issue", "option"), ("party", "view", "scores")),
    "talk": (("party", "view", "listener"),),
    "acceptance": (("party", "view", "understood_value"),),
    "mediator_style": (("mediator", "view"),),
}
_ = str  # marks words for the message catalogues; they are translated where they are shown
TITLES = {
    "strategy": _("a strategy"),
    "concession": _("a concession rule"),
    "packages": _("a packages rule"),
    "talk": _("a talk rule"),
    "acceptance": _("an acceptance rule"),
    "mediator_style": _("a mediator style"),
}
MARKS = ("strategy", "mediator_style")
_SERVES = {"strategy": ("strategy", "packages"), "mediator_style": ("mediator_style",)}


class PluginError(ValueError):
    """A user's file or function cannot be used; the message says where and why, in one line."""

    def __init__(self, path: Path | str, line: int, column: int, reason: str) -> None:
        """Line and column count from 1."""
        self.path, self.line, self.column = str(path), line, column
        self.reason = " ".join(reason.split())
        super().__init__(f"{path}:{line}:{column}: {self.reason}")


class Definition(NamedTuple):
    """A name that a file defines: where, with how many parameters (None: not to be told), marked as what."""

    line: int
    column: int
    parameters: int | None
    mark: str | None


def parsed(path: Path) -> ast.Module:
    """The file as a syntax tree. Raises PluginError where it cannot be read or is not Python."""
    if not path.is_file():
        raise PluginError(path, 1, 1, gettext("there is no such file"))
    try:
        return ast.parse(path.read_bytes(), str(path))
    except SyntaxError as error:
        raise PluginError(path, error.lineno or 1, max(1, error.offset or 1), str(error.msg)) from None
    except ValueError as error:
        raise PluginError(path, 1, 1, str(error)) from None
    except OSError as error:
        reason = gettext("the file cannot be read: {reason}").format(
            reason=gettext(error.strerror or type(error).__name__)
        )
        raise PluginError(path, 1, 1, reason) from None


def definitions(tree: ast.Module) -> dict[str, Definition]:
    """Everything that the file's own lines define or import, by name."""
    found = {}
    for node in tree.body:
        place = (node.lineno, node.col_offset + 1)
        if isinstance(node, ast.FunctionDef):
            found[node.name] = Definition(*place, _count(node.args), _mark(node))
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            found.update({name: Definition(*place, None, None) for name in names})
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.asname or alias.name for alias in node.names]
            found.update({name: Definition(*place, None, None) for name in names})
    return found


def check_fits(path: Path, name: str, kind: str) -> Definition:
    """Raise PluginError unless the file defines this name and it can serve as `kind` (see `PARAMETERS`)."""
    found = definitions(parsed(path))
    if name not in found:
        functions = [key for key, definition in found.items() if definition.parameters is not None]
        near = get_close_matches(name, functions, 1)
        told = gettext("there is no function '{name}' in this file (there is: none)")
        if functions:
            told = gettext("there is no function '{name}' in this file (there is: {functions})")
        if near:
            told = gettext("there is no function '{name}' in this file; did you mean '{near}'?")
        reason = told.format(name=name, functions=", ".join(functions), near="".join(near))
        raise PluginError(path, 1, 1, reason)
    definition = found[name]
    if definition.mark and kind not in _SERVES[definition.mark]:
        told = gettext("'{name}' is marked as {mark}, it cannot be {kind}")
        reason = told.format(name=name, mark=gettext(TITLES[definition.mark]), kind=gettext(TITLES[kind]))
        raise PluginError(path, definition.line, definition.column, reason)
    if definition.parameters is not None:
        check_count(path, definition, name, definition.parameters, kind)
    return definition


def check_count(path: Path, definition: Definition, name: str, count: int, kind: str) -> None:
    """Raise PluginError unless a function of this kind may take so many parameters."""
    wanted = PARAMETERS[kind]
    if count not in {len(parameters) for parameters in wanted}:
        either = gettext("or")
        forms = f" {either} ".join("(" + ", ".join(parameters) + ")" for parameters in wanted)
        told = ngettext(
            "'{name}' takes {count} parameter; {kind} takes {forms}",
            "'{name}' takes {count} parameters; {kind} takes {forms}",
            count,
        )
        reason = told.format(name=name, count=count, kind=gettext(TITLES[kind]), forms=forms)
        raise PluginError(path, definition.line, definition.column, reason)


def _count(arguments: ast.arguments) -> int | None:
    if arguments.vararg or arguments.kwarg:
        return None
    return len(arguments.posonlyargs) + len(arguments.args) + len(arguments.kwonlyargs)


def _mark(node: ast.FunctionDef) -> str | None:
    """Which mark of this package stands above the function: `@strategy`, `@negotiation_sim.strategy`."""
    for decorator in node.decorator_list:
        name = decorator.attr if isinstance(decorator, ast.Attribute) else getattr(decorator, "id", None)
        if name in MARKS:
            return str(name)
    return None
