"""The layers: imports only downwards, heavy libraries only where they are needed."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "negotiation_sim"
FILES = sorted(SOURCE.rglob("*.py"))

# From the lowest to the highest; a name is a file or a folder of the package.
LAYERS = (
    {"concepts", "draws", "rule", "messages"},
    {"rules"},
    {"strategies", "mediators", "protocols"},
    {"engine"},
    {"scenario"},
    {"experiments", "sweeps", "figures", "analysis", "story", "interop"},
    {"validation", "calibration"},
    {"cli", "classroom", "viz"},
    {"__init__", "__main__", "starters"},  # a student's first strategy comes in by the front door
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
# A protocol works on the table, whose file imports nothing but values: the lowest of the engine.
LENT = {"engine.table": RANK["rules"]}

WEB = {"starlette", "uvicorn", "websockets", "segno"}
HEAVY = WEB | {"mesa", "numba", "numpy", "scipy", "matplotlib", "networkx", "duckdb", "pydantic"}


def _waits(node: ast.AST) -> bool:
    """Whether what is below runs only when called, or only for a type checker."""
    checking = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    return checking or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)


def _imports_below(node: ast.AST, at_once: bool) -> Iterator[tuple[str, bool]]:
    if isinstance(node, ast.Import):
        yield from ((alias.name, at_once) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are by full name"
        yield from ((f"{node.module}.{alias.name}", at_once) for alias in node.names)
    for child in ast.iter_child_nodes(node):
        yield from _imports_below(child, at_once and not _waits(node))


@cache
def imported(path: Path) -> tuple[tuple[str, bool], ...]:
    """Names that a file imports, anywhere in it, and whether that happens as soon as the file is read."""
    return tuple(_imports_below(ast.parse(path.read_text(encoding="utf-8")), at_once=True))


def place(path: Path) -> str:
    """A file's own name within the package, such as engine.table."""
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts)


def importers_of(library: str, at_once: bool = False) -> set[str]:
    return {
        place(path)
        for path in FILES
        for name, on_reading in imported(path)
        if name.split(".")[0] == library and (on_reading or not at_once)
    }


def test_every_file_and_folder_has_a_layer() -> None:
    assert {place(path).split(".")[0] for path in FILES} <= set(RANK)


@pytest.mark.parametrize("path", FILES, ids=place)
def test_imports_only_downwards(path: Path) -> None:
    own = RANK[place(path).split(".")[0]]
    for name, _ in imported(path):
        if name.startswith("negotiation_sim."):
            within = name.removeprefix("negotiation_sim.")
            lent = [rank for module, rank in LENT.items() if f"{within}.".startswith(f"{module}.")]
            rank = lent[0] if lent else RANK.get(within.split(".")[0], RANK["__init__"])
            assert rank <= own, f"{place(path)} imports {within}, which lies above it"


def test_values_and_chance_import_nothing_of_ours_but_the_mark_of_a_rule() -> None:
    for name in ("concepts", "draws", "rule"):
        ours = {module for module, _ in imported(SOURCE / f"{name}.py") if module.startswith("negotiation_sim")}
        assert ours <= {"negotiation_sim.rule.rule"}


def test_the_lowest_file_of_the_engine_imports_only_values() -> None:
    ours = {module for module, _ in imported(SOURCE / "engine" / "table.py") if "negotiation_sim" in module}
    assert all(module.startswith("negotiation_sim.concepts") for module in ours)


def test_only_one_file_imports_mesa() -> None:
    assert importers_of("mesa") == {"engine.mesa_model", "viz.mesa_page"}


def test_only_the_mark_of_a_rule_and_the_compiled_executor_import_numba() -> None:
    compiled = {"kernel", "compiled_rules", "borrowing", "room_type", "adopting"}
    allowed = {f"engine.{name}" for name in compiled}
    assert importers_of("numba") == {"rule"} | allowed
    assert importers_of("llvmlite") <= allowed


@pytest.mark.parametrize("library", ["scipy", "matplotlib", "networkx", "duckdb"])
def test_libraries_that_take_long_to_load_wait_for_the_function_that_needs_them(library: str) -> None:
    assert importers_of(library, at_once=True) <= {"viz.mesa_page"}  # which only Solara reads


@pytest.mark.parametrize("library", sorted(WEB))
def test_only_the_classroom_imports_what_serves_pages(library: str) -> None:
    assert {importer.split(".")[0] for importer in importers_of(library)} <= {"classroom"}


def test_the_classroom_waits_for_the_function_that_needs_it() -> None:
    at_once = {
        place(path)
        for path in FILES
        for name, on_reading in imported(path)
        if name.startswith("negotiation_sim.classroom") and on_reading
    }
    assert {importer for importer in at_once if not importer.startswith("classroom.")} <= {"cli.catalogues"}


def loaded_by(*arguments: str) -> set[str]:
    """The top-level names of all modules that a fresh interpreter loads for these arguments."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip().split(".")[0] for line in lines}


@pytest.mark.parametrize(
    "arguments",
    [("-m", "negotiation_sim", "--help"), ("-c", "import negotiation_sim")],
    ids=["help", "import"],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(arguments: tuple[str, ...]) -> None:
    loaded = loaded_by(*arguments)
    assert "negotiation_sim" in loaded or arguments[0] == "-c"
    assert loaded & HEAVY == set()
