"""Reads a user's file without running it, for what makes a rule give different results for the same run."""

from __future__ import annotations

import ast
from gettext import gettext
from pathlib import Path
from typing import NamedTuple

from negotiation_sim.engine.plugin_files import parsed
from negotiation_sim.scenario.problems import Place, Problem, Source

_ = str  # marks words for the message catalogues; they are translated where they are shown
_NO_CHANCE = _("a run could not be replayed; for chance use view.luck, for the time view.clock")
_CHANCE = ("random", "secrets", "uuid", "time", "datetime", "numpy.random")
_OUTSIDE = {
    "open": _("`{name}` reads what may change from run to run; write the numbers into the function"),
    "input": _("`{name}` waits for somebody at the keyboard in every run"),
    "hash": _("`{name}` gives another number in every process for the same text"),
    "id": _("`{name}` gives another number in every process"),
    "eval": _("`{name}` hides from the check what it does"),
    "exec": _("`{name}` hides from the check what it does"),
}
_CHANGING = frozenset(
    (
        "add",
        "append",
        "clear",
        "discard",
        "extend",
        "insert",
        "pop",
        "popitem",
        "remove",
        "setdefault",
        "sort",
        "update",
    )
)
_MAY_WRITE = ("scores", "scratch")
_STATE = _("a rule keeps nothing from call to call; what it may remember is in `view`")
_ROUNDS = {
    "sum": _("`sum` rounds differently in newer Pythons; add up in a loop"),
    "print": _("`print` shows up in every one of thousands of runs; take it out, and use `watch` to see a run"),
}
_ROUNDING_MATHS = ("hypot", "gamma", "lgamma", "fsum", "dist")
_ROUNDING_METHODS = ("sum", "mean", "dot", "std", "var", "prod")


class SourceReport(NamedTuple):
    """What was found: problems must go, warnings say what may go wrong."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def check_source(path: Path) -> SourceReport:
    """Problems and warnings of a user's file, with line and column. Raises PluginError: it is not Python."""
    tree = parsed(path)
    lines = tuple(path.read_text(encoding="utf-8", errors="replace").splitlines())
    reader = _Reader(Source(str(path), lines))
    reader.visit(tree)
    return SourceReport(tuple(reader.problems), tuple(reader.warnings))


def _full_name(node: ast.expr, modules: dict[str, str]) -> str:
    """A dotted name with the module's own name in place of what the file calls it: np.exp is numpy.exp."""
    if isinstance(node, ast.Name):
        return modules.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        return f"{_full_name(node.value, modules)}.{node.attr}"
    return ""


def _base(node: ast.expr) -> ast.expr:
    """What a chain of attributes and indices starts from: `a` in `a.b[0].c`."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node


def _parameters(function: ast.FunctionDef | ast.Lambda) -> list[str]:
    arguments = function.args
    return [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]


def _assigned(function: ast.FunctionDef) -> set[str]:
    """Names that the function makes itself, in its body or in functions within it."""
    return {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


class _Reader(ast.NodeVisitor):
    """Walks through a file; `own` are names made within the present function, `given` its parameters."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.modules: dict[str, str] = {}
        self.own: set[str] = set()
        self.given: set[str] = set()
        self.in_function = False

    def _problem(self, node: ast.expr | ast.stmt, message: str) -> None:
        self.problems.append(Place(self.source, node.lineno, node.col_offset + 1).problem(message))

    def _warning(self, node: ast.expr | ast.stmt, message: str) -> None:
        self.warnings.append(Place(self.source, node.lineno, node.col_offset + 1).problem(message))

    def visit_Import(self, node: ast.Import) -> None:  # noqa: N802 - the name that ast calls
        for alias in node.names:
            self.modules[alias.asname or alias.name.partition(".")[0]] = alias.name
            self._look_at_module(node, alias.name)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:  # noqa: N802
        for alias in node.names:
            self.modules[alias.asname or alias.name] = f"{node.module}.{alias.name}"
            self._look_at_module(node, f"{node.module}.{alias.name}")

    def _look_at_module(self, node: ast.stmt, name: str) -> None:
        if any(name == module or name.startswith(f"{module}.") for module in _CHANCE):
            told = gettext("'{name}' brings chance or time of its own: {advice}")
            self._problem(node, told.format(name=name, advice=gettext(_NO_CHANCE)))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:  # noqa: N802
        for default in (*node.args.defaults, *node.args.kw_defaults):
            if isinstance(default, ast.List | ast.Dict | ast.Set):
                told = gettext("a default value that can change is kept from call to call: {advice}")
                self._problem(default, told.format(advice=gettext(_STATE)))
        outer = (self.own, self.given, self.in_function)
        self.own = self.own | _assigned(node)
        self.given = (self.given | set(_parameters(node))) - _assigned(node)
        self.in_function = True
        self.generic_visit(node)
        self.own, self.given, self.in_function = outer

    def visit_Lambda(self, node: ast.Lambda) -> None:  # noqa: N802
        outer = self.own
        self.own = self.own | set(_parameters(node))
        self.generic_visit(node)
        self.own = outer

    def visit_Global(self, node: ast.Global) -> None:  # noqa: N802
        self._say_outlives(node, "global", node.names[0])

    def visit_Nonlocal(self, node: ast.Nonlocal) -> None:  # noqa: N802
        self._say_outlives(node, "nonlocal", node.names[0])

    def _say_outlives(self, node: ast.stmt, statement: str, name: str) -> None:
        told = gettext("`{statement}` changes '{name}', which outlives the call: {advice}")
        self._problem(node, told.format(statement=statement, name=name, advice=gettext(_STATE)))

    def visit_Attribute(self, node: ast.Attribute) -> None:  # noqa: N802
        if isinstance(node.ctx, ast.Store | ast.Del):
            self._look_at_change(node, node)
        elif _full_name(node, self.modules) == "numpy.random":
            told = gettext("'numpy.random' brings chance of its own: {advice}")
            self._problem(node, told.format(advice=gettext(_NO_CHANCE)))
        self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:  # noqa: N802
        if isinstance(node.ctx, ast.Store | ast.Del):
            self._look_at_change(node, node)
        self.generic_visit(node)

    def _look_at_change(self, node: ast.expr, target: ast.expr) -> None:
        base = _base(target)
        if not self.in_function or not isinstance(base, ast.Name) or base.id in self.own:
            return
        if base.id not in self.given:
            told = gettext("this changes '{name}', which outlives the call: {advice}")
            self._problem(node, told.format(name=base.id, advice=gettext(_STATE)))
        elif not any(word in _MAY_WRITE for word in ast.unparse(target).replace("[", ".").split(".")):
            told = gettext("this changes '{name}', which belongs to the model: a rule only looks and returns")
            self._problem(node, told.format(name=base.id))

    def visit_Call(self, node: ast.Call) -> None:  # noqa: N802
        name = _full_name(node.func, self.modules)
        if name in _OUTSIDE and name not in self.own:
            self._problem(node, gettext(_OUTSIDE[name]).format(name=name))
        elif name in _ROUNDS and self.in_function:
            self._warning(node, gettext(_ROUNDS[name]))
        elif isinstance(node.func, ast.Attribute):
            self._look_at_method(node, node.func, name)
        self.generic_visit(node)

    def _look_at_method(self, node: ast.Call, method: ast.Attribute, name: str) -> None:
        if method.attr in _CHANGING:
            self._look_at_change(node, method)
        module, _, function = name.rpartition(".")
        rounds = (module == "math" and function in _ROUNDING_MATHS) or module == "numpy"
        if self.in_function and (rounds or (module != "math" and function in _ROUNDING_METHODS)):
            told = gettext(
                "`{code}` may round differently in compiled code and in plain Python; "
                "use a loop with + - * / and the plain `math` functions"
            )
            self._warning(node, told.format(code=ast.unparse(method)))

    def visit_BinOp(self, node: ast.BinOp) -> None:  # noqa: N802
        if self.in_function and isinstance(node.op, ast.Pow) and isinstance(node.right, ast.Constant):
            told = gettext("`{code}` may round differently in compiled code and in plain Python; multiply instead")
            self._warning(node, told.format(code=ast.unparse(node)))
        self.generic_visit(node)
