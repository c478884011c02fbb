"""The names that `import negotiation_sim` offers."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import negotiation_sim

ROOT = Path(__file__).parents[1]
NAMES = {
    "Disclosure", "Efforts", "Mediator", "MediatorView", "Party", "Scenario", "ScenarioError", "View",
    "__version__", "explain", "load_results", "load_scenario", "mediator_style", "open_results", "rule", "simulate",
    "strategy", "sweep", "watch",
}  # fmt: skip


def test_the_names_are_these_and_few() -> None:
    assert set(negotiation_sim.__all__) == set(dir(negotiation_sim)) == NAMES
    assert len(NAMES) <= 20


@pytest.mark.parametrize("name", sorted(NAMES - {"__version__"}))
def test_every_name_is_there_and_callable(name: str) -> None:
    found = getattr(negotiation_sim, name)
    assert callable(found)
    assert found.__name__ == name


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'simluate'"):
        negotiation_sim.simluate  # noqa: B018


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert negotiation_sim.__version__ == project["version"]


def test_rule_is_the_mark_also_after_the_file_of_this_name_was_imported() -> None:
    code = "import negotiation_sim.rule; from negotiation_sim import rule; print(rule.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "rule\n"
    code = "from negotiation_sim.rule import HAVE_NUMBA; from negotiation_sim import rule; print(callable(rule))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
