"""What a rule is: the same function in Python and compiled, written so that both give the same bits."""

import ast
import importlib.util
import os
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from negotiation_sim.rule import HAVE_NUMBA, compiled, rule, source_hash

# The package offers the decorator itself as `negotiation_sim.rule`, which hides the module of that name.
rule_module = sys.modules["negotiation_sim.rule"]

SOURCE = Path(str(rule_module.__file__)).parent
RULE_FILES = sorted(path for path in SOURCE.rglob("*.py") if "@rule" in path.read_text(encoding="utf-8"))


def double(x: float) -> float:
    """Twice as much."""
    return 2.0 * x


def test_a_rule_stays_the_function_it_was() -> None:
    marked = rule(double)
    assert marked(1.5) == 3.0
    assert (marked.__name__, marked.__doc__) == ("double", "Twice as much.")


def test_compiled_gives_the_same_as_the_function() -> None:
    assert compiled(double)(1.5) == 3.0


@pytest.mark.skipif(not HAVE_NUMBA, reason="numba is not installed")
def test_compiled_code_can_call_a_rule() -> None:
    import numba

    marked = rule(double)
    assert numba.njit(lambda x: marked(x) + 1.0)(1.5) == 4.0


def rules_in(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    marks = {"rule", "mediator_style", "strategy"}
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(mark, ast.Name) and mark.id in marks for mark in node.decorator_list)
    ]


def called(function: ast.FunctionDef) -> set[str]:
    return {ast.unparse(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)}


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_rules_use_only_what_rounds_alike_everywhere(path: Path) -> None:
    for function in rules_in(path):
        powers = [node for node in ast.walk(function) if isinstance(node, ast.Pow)]
        assert not powers, f"{function.name}: ** with a constant rounds differently when compiled"
        names = called(function)
        assert not names & {"sum", "pow", "round", "math.fsum", "np.sum", "np.mean", "np.dot"}, function.name
        assert not [name for name in names if "random" in name], f"{function.name}: chance has a name"
        allowed = {"math.sqrt", "math.exp", "math.log", "math.pow", "math.isfinite"}
        assert {name for name in names if name.startswith("math.")} <= allowed, function.name


def test_the_hash_names_the_sources_that_compiled_code_can_contain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "negotiation_sim"
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    assert len(source_hash()) == 16
    int(source_hash(), 16)
    original = source_hash()
    monkeypatch.setattr(rule_module, "__file__", str(copy / "rule.py"))
    assert source_hash() == original
    (copy / "cli" / "__init__.py").write_text("changed = True")
    assert source_hash() == original
    seen = {original}
    for part in (
        "draws.py",
        "rules/trust.py",
        "engine/play.py",
        "mediators/full.py",
        "strategies/strategy.py",
    ):
        path = copy / part
        path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
        seen.add(source_hash())
    assert len(seen) == 6


def test_the_hash_covers_every_file_that_marks_or_compiles_a_function() -> None:
    covered = {path for pattern in rule_module._SOURCES for path in SOURCE.glob(pattern)}
    for path in SOURCE.rglob("*.py"):
        if "negotiation_sim.rule import" in path.read_text(encoding="utf-8") and path not in covered:
            taken = path.read_text(encoding="utf-8").partition("negotiation_sim.rule import ")[2].splitlines()[0]
            assert not {"rule", "compiled"} & {name.strip() for name in taken.split(",")}, path


def loaded_afresh() -> ModuleType:
    """The module read once more under another name, as if in a new process."""
    spec = importlib.util.spec_from_file_location("rule_read_again", rule_module.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_without_numba_rules_run_as_plain_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numba", None)
    plain = loaded_afresh()
    assert plain.HAVE_NUMBA is False
    assert plain.rule(double) is double
    assert plain.compiled(double) is double


def test_the_folder_for_compiled_code_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    folder = rule_module._prepare_cache()
    assert folder == tmp_path / source_hash()
    assert folder.is_dir()


def test_where_that_folder_cannot_be_written_another_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(blocked))
    monkeypatch.setattr(rule_module.tempfile, "gettempdir", lambda: str(tmp_path / "other"))
    folder = rule_module._prepare_cache()
    assert folder == tmp_path / "other" / f"negotiation_sim-{source_hash()}"
    assert folder.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a folder of its own")
def test_by_default_compiled_code_is_kept_in_the_users_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert rule_module._prepare_cache() == tmp_path / "negotiation_sim" / source_hash()


def test_math_of_the_plain_kind_is_asked_for() -> None:
    """Intel's vector library rounds differently; numba must not use it."""
    assert os.environ["NUMBA_DISABLE_INTEL_SVML"] not in ("", "0")
