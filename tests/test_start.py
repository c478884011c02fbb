"""start.py against an environment of straw: no folder is really filled, and no network is used."""

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

START = Path(__file__).parent.parent / "start.py"
specification = importlib.util.spec_from_file_location("start", START)
start = importlib.util.module_from_spec(specification)
specification.loader.exec_module(start)


class Straw:
    """Stands in for the programs that start.py runs; notes what was asked for, answers what it is told."""

    def __init__(self, root):
        self.root = root
        self.environment = start.Environment(root)
        self.version = "3.11"
        self.installed = []  # lock files and folders given to pip, in order
        self.environments_made = 0
        self.modules_run = []
        self.variables = {}  # of the module run last
        self.exit_status = 0
        self.pip_says = (0, [])

    def run_and_listen(self, call, folder, show=()):
        match [str(part) for part in call[1:]]:
            case ["-m", "venv", where]:
                self.environments_made += 1
                python = start.Environment(Path(where).parent).python
                python.parent.mkdir(parents=True)
                python.touch()
                return 0, []
            case ["-m", "pip", "--version"]:
                return 0, ["pip 23.2"]
            case ["-m", "pip", "install", *_, what]:
                self.installed.append(Path(what).name)
                if isinstance(self.pip_says, BaseException):
                    raise self.pip_says
                return self.pip_says
            case other:
                pytest.fail(f"start.py ran {other}")

    def python_version(self, environment):
        return self.version if environment.python.exists() else None

    def call(self, call, cwd, env):
        assert call[:2] == [self.environment.python, "-m"]
        self.modules_run.append(call[2:])
        self.variables = env
        return self.exit_status

    def main(self, *arguments):
        return start.main(list(arguments), self.root)


@pytest.fixture
def straw(tmp_path, monkeypatch):
    for name in ("pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        (tmp_path / name).write_text(name)
    straw = Straw(tmp_path)
    monkeypatch.setattr(start, "run_and_listen", straw.run_and_listen)
    monkeypatch.setattr(start.Environment, "_python_version", lambda self: straw.python_version(self))
    monkeypatch.setattr(subprocess, "call", straw.call)
    return straw


def test_what_the_first_import_compiles_is_kept(straw, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("LANG", "kk_KZ.UTF-8")
    assert straw.main("demo") == 0
    assert "PYTHONDONTWRITEBYTECODE" not in straw.variables
    assert straw.variables["LANG"] == "kk_KZ.UTF-8"


def test_first_start_makes_the_environment_and_installs_the_lock_then_the_project(straw):
    assert straw.main("demo") == 0
    assert straw.environments_made == 1
    assert straw.installed == ["requirements.lock", straw.root.name]


def test_second_start_installs_nothing(straw):
    straw.main("demo")
    straw.installed.clear()
    assert straw.main("demo") == 0
    assert straw.installed == []


def test_demo_after_test_installs_nothing(straw):
    straw.main("test")
    straw.installed.clear()
    straw.main("demo")
    assert straw.installed == []


@pytest.mark.parametrize("before", ["demo", "test"])
def test_a_class_after_anything_else_installs_nothing(straw, before):
    straw.main(before)
    straw.installed.clear()
    straw.main("classroom")
    assert straw.installed == []


def test_classroom_installs_the_lock_of_the_demo_and_opens_the_page(straw):
    assert straw.main("classroom", "--lan") == 0
    assert straw.installed == ["requirements.lock", straw.root.name]
    assert straw.modules_run == [["negotiation_sim", "classroom", "--open", "--lan"]]


def test_test_after_demo_adds_its_lock_to_the_same_environment(straw):
    straw.main("demo")
    straw.installed.clear()
    straw.main("test")
    assert straw.installed == ["requirements-dev.lock", straw.root.name]
    assert straw.environments_made == 1


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements.lock"])
def test_a_changed_file_installs_again(straw, name):
    straw.main("demo")
    straw.installed.clear()
    (straw.root / name).write_text("changed")
    straw.main("demo")
    assert straw.installed == ["requirements.lock", straw.root.name]


def test_another_python_installs_again(straw):
    straw.main("demo")
    straw.installed.clear()
    straw.version = "3.13"
    straw.main("demo")
    assert straw.installed == ["requirements.lock", straw.root.name]


@pytest.mark.parametrize("nonsense", ["", "[]", '{"demo": 1', '{"demo": null}'])
def test_a_spoilt_stamp_installs_again(straw, nonsense):
    straw.main("demo")
    straw.installed.clear()
    straw.environment.stamp.write_text(nonsense)
    assert straw.main("demo") == 0
    assert straw.installed == ["requirements.lock", straw.root.name]


def test_after_an_interruption_the_environment_is_made_anew(straw, capsys):
    straw.pip_says = KeyboardInterrupt()
    assert straw.main("demo") == 130
    assert "Stopped" in capsys.readouterr().err
    straw.pip_says = (0, [])
    assert straw.main("demo") == 0
    assert straw.environments_made == 2
    assert straw.main("demo") == 0
    assert straw.environments_made == 2


def test_a_failure_half_way_through_writing_makes_the_environment_anew(straw, capsys):
    straw.pip_says = (1, ["Installing collected packages: mesa", "ERROR: [Errno 28] No space left on device"])
    assert straw.main("demo") == 1
    assert "Make room on the disk" in capsys.readouterr().err
    straw.pip_says = (0, [])
    straw.main("demo")
    assert straw.environments_made == 2


def test_without_the_index_it_says_what_is_needed_and_leaves_the_environment(straw, capsys):
    straw.main("demo")
    refused = ["Retrying after connection broken by 'NewConnectionError'", "ERROR: No matching distribution"]
    straw.pip_says = (1, refused)
    assert straw.main("test") == 1
    told = capsys.readouterr().err
    assert refused[0] in told
    assert "internet connection is needed" in told
    assert straw.environments_made == 1
    straw.pip_says = (0, [])
    straw.main("test")
    assert straw.environments_made == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "was not installed"),
        ("ERROR: No matching distribution found for numba==0.68.1", "3.11 to 3.14"),
        ("ERROR: something new", "pip could not install"),
    ],
)
def test_what_pip_says_is_explained(straw, capsys, said, told):
    straw.pip_says = (1, [said])
    assert straw.main("demo") == 1
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_python_without_venv_names_the_debian_package(straw, capsys, monkeypatch, missing):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else object())
    assert straw.main("demo") == 1
    told = capsys.readouterr().err
    assert "python3-venv" in told
    assert f"has no {missing}" in told


def test_a_folder_that_cannot_be_written_is_named(straw, capsys):
    (straw.root / ".start.lock").mkdir()
    assert straw.main("demo") == 1
    assert str(straw.root / ".start.lock") in capsys.readouterr().err


def test_two_starts_do_not_install_at_once(straw, capsys):
    with start.only_one_at_a_time(straw.root / ".start.lock"):
        assert straw.main("demo") == 1
    assert "Another start.py" in capsys.readouterr().err
    assert straw.main("demo") == 0


def test_demo_runs_the_main_scenario_and_says_where_the_picture_lies(straw, capsys):
    picture = straw.root / "results" / "demo" / "agreement.png"
    picture.parent.mkdir(parents=True)
    picture.touch()
    assert straw.main("demo", "--runs", "5") == 0
    scenario = "kazakhstan_general_agreement"
    out = str(Path("results/demo"))
    assert straw.modules_run == [["negotiation_sim", "run", scenario, "--out", out, "--runs", "5"]]
    told = capsys.readouterr()
    assert str(picture) in told.err
    assert told.out == ""


@pytest.mark.parametrize("options", [["--out", "mine"], ["--out=mine"]])
def test_demo_with_another_folder_names_the_picture_there(straw, capsys, options):
    picture = straw.root / "mine" / "agreement.png"
    picture.parent.mkdir()
    picture.touch()
    straw.main("demo", *options)
    assert str(picture) in capsys.readouterr().err


def test_demo_that_fails_names_no_older_picture(straw, capsys):
    picture = straw.root / "results" / "demo" / "agreement.png"
    picture.parent.mkdir(parents=True)
    picture.touch()
    straw.exit_status = 2
    assert straw.main("demo") == 2
    assert str(picture) not in capsys.readouterr().err


def test_test_passes_options_and_exit_status_on(straw):
    straw.exit_status = 5
    assert straw.main("test", "-k", "zopa") == 5
    assert straw.modules_run == [["pytest", "-n", "auto", "--dist", "worksteal", "-k", "zopa"]]


def test_the_end_by_a_signal_is_a_shell_status(straw):
    straw.exit_status = -9
    assert straw.main("test") == 137


@pytest.mark.parametrize("arguments", [[], ["dmeo"]])
def test_a_wrong_command_lists_the_commands(straw, capsys, arguments):
    assert straw.main(*arguments) == 2
    told = capsys.readouterr().err
    assert all(f"\n  {command} " in told for command in ("demo", "classroom", "test"))
    assert straw.environments_made == 0


def test_help_is_not_an_error(straw, capsys):
    assert straw.main("--help") == 0
    assert "usage:" in capsys.readouterr().out


def test_python_too_old_is_said(straw, capsys, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    assert straw.main("demo") == 1
    assert "Python 3.11 or newer is needed; this is Python 3.10" in capsys.readouterr().err


def test_python_lies_elsewhere_on_windows(tmp_path):
    assert start.Environment(tmp_path, windows=True).python == tmp_path / ".venv" / "Scripts" / "python.exe"
    assert start.Environment(tmp_path, windows=False).python == tmp_path / ".venv" / "bin" / "python"


def test_the_environment_is_asked_for_its_version(tmp_path):
    environment = start.Environment(tmp_path)
    assert environment._python_version() is None
    environment.python = Path(sys.executable)
    assert environment._python_version() == f"{sys.version_info.major}.{sys.version_info.minor}"


def test_a_program_is_heard_to_its_end(tmp_path, capsys):
    program = "import sys; print('  Show me'); print('not me', file=sys.stderr); sys.exit(3)"
    status, lines = start.run_and_listen([sys.executable, "-c", program], tmp_path, show=("Show",))
    assert status == 3
    assert sorted(lines) == ["  Show me", "not me"]
    assert capsys.readouterr().err == "  Show me\n"


def test_an_old_python_can_read_it_and_it_needs_the_standard_library_only():
    tree = ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 7))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names
