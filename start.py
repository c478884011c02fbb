#!/usr/bin/env python3
"""From a fresh checkout to the main picture, to a class, or to a tested program, with one command.

    python3 start.py demo [options of `negotiation-sim run`]
    python3 start.py classroom [options of `negotiation-sim classroom`]
    python3 start.py test [options of pytest]

Needs nothing but Python 3.11 or newer. The first time it makes the folder `.venv` beside this file and
installs there what the lock file names, each file checked by its hash; a stamp in `.venv` lets it skip that
the next time. `.venv` belongs to this script: it makes the folder anew when an installation broke off.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)
LOCKS = {"demo": "requirements.lock", "classroom": "requirements.lock", "test": "requirements-dev.lock"}
DEMO_SCENARIO = "kazakhstan_general_agreement"
DEMO_OUT = Path("results/demo")
PICTURE = "agreement.png"
PIP_BEGINS_TO_WRITE = "Installing collected packages"
HELP = """\
usage: python3 start.py COMMAND [OPTIONS]

  demo        make the main picture; OPTIONS go to `negotiation-sim run` (--runs 200 is a quick look)
  classroom   serve the classroom to browsers; OPTIONS go to `negotiation-sim classroom` (--lan for phones)
  test        run the tests on all processors; OPTIONS go to pytest

All install what they need into .venv the first time."""

# What pip's words are a sign of, and what to do about it; the first that fits is shown.
PIP_ADVICE = {
    r"connection|timed out|timeout|name resolution|getaddrinfo|proxy|ssl": (
        "pip could not reach the package index. The first time, an internet connection is needed\n"
        "(behind a proxy, set HTTPS_PROXY). Connect, and run the same command again."
    ),
    r"no space left|permission denied|read-only file system": (
        "pip could not write. Make room on the disk, or make this folder writable, and try again."
    ),
    r"do not match the hashes": (
        "A file came that is not the one this project was tested with, so it was not installed. Try\n"
        "again; if that does not help, the connection or its proxy changes files."
    ),
    r"no matching distribution": (
        "A package has no ready-made build for this Python and computer. Use a 64-bit Python 3.11 to 3.14."
    ),
}


class StartError(Exception):
    """Something that the person at the keyboard can mend; the text says what and how."""


class Environment:
    """The folder `.venv` of a checkout: is it ready, and if not, make it so.

    Args:
        root: The checkout's folder, which holds pyproject.toml and the lock files.
        windows: Whether the folder is laid out as on Windows.
    """

    def __init__(self, root: Path, windows: bool = os.name == "nt") -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if windows else "bin/python")
        self.stamp = self.folder / "start-stamp.json"
        self.unfinished = self.folder / "start-unfinished"

    def prepare(self, command: str) -> None:
        """Install what `command` needs, unless the stamp says that it is there.

        Raises:
            StartError: It cannot be installed.
        """
        if self._is_ready(command):
            return
        with only_one_at_a_time(self.root / ".start.lock"):
            if self.unfinished.exists() or self._python_version() is None:
                self._make()
            self._install(command)

    def _is_ready(self, command: str) -> bool:
        if self.unfinished.exists():
            return False
        recorded = self._recorded().get(command)
        return recorded is not None and recorded == self._digest(command)

    def _recorded(self) -> dict[str, str]:
        try:
            recorded = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return recorded if isinstance(recorded, dict) else {}

    def _digest(self, command: str) -> str | None:
        """Hash of all that decides what is installed, or None where `.venv` has no working Python."""
        version = self._python_version()
        if version is None:
            return None
        digest = hashlib.sha256(f"{version}\n{self.root}\n".encode())
        for name in ("pyproject.toml", LOCKS[command]):
            digest.update((self.root / name).read_bytes())
        return digest.hexdigest()

    def _python_version(self) -> str | None:
        """`major.minor` of `.venv`'s Python, asked of it; None where it does not run or is too old."""
        question = "import sys; print('%d.%d' % sys.version_info[:2])"
        try:
            answer = subprocess.run([self.python, "-c", question], capture_output=True, text=True, check=True)
            version = answer.stdout.strip()
            return version if tuple(map(int, version.split("."))) >= OLDEST_PYTHON else None
        except (OSError, ValueError, subprocess.CalledProcessError):
            return None

    def _make(self) -> None:
        for module in ("venv", "ensurepip"):
            if importlib.util.find_spec(module) is None:
                raise StartError(without_venv(module))
        say(f"Making {self.folder} ...")
        if self.folder.exists():
            shutil.rmtree(self.folder)
        self.folder.mkdir()
        self.unfinished.touch()
        # Not sys.executable, which may be the one just removed.
        python = getattr(sys, "_base_executable", None) or sys.executable
        status, lines = run_and_listen([python, "-m", "venv", self.folder], self.root)
        if status != 0:
            advice = without_venv("ensurepip") if "ensurepip" in "".join(lines) else "Python could not make .venv."
            raise StartError(quoted(lines) + advice)

    def _install(self, command: str) -> None:
        self._make_sure_of_pip()
        self.unfinished.touch()
        say(f"Installing what {LOCKS[command]} names; the first time this takes a few minutes ...")
        lock = self.root / LOCKS[command]
        self._pip("--no-compile", "--require-hashes", "--only-binary", ":all:", "--requirement", lock)
        self._pip("--no-compile", "--no-deps", "--no-build-isolation", "--editable", self.root)
        # What the tests need includes what the others need.
        done = tuple(LOCKS) if command == "test" else ("demo", "classroom")
        recorded = self._recorded() | {name: self._digest(name) for name in done}
        self.stamp.write_text(json.dumps(recorded, indent=1) + "\n", encoding="utf-8")
        self.unfinished.unlink()

    def _make_sure_of_pip(self) -> None:
        status, _ = run_and_listen([self.python, "-m", "pip", "--version"], self.root)
        if status != 0:
            status, _ = run_and_listen([self.python, "-m", "ensurepip"], self.root)
        if status != 0:
            raise StartError(without_venv("pip"))

    def _pip(self, *arguments: str | Path) -> None:
        pip = [self.python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", *arguments]
        status, lines = run_and_listen(pip, self.root, show=("Downloading ", PIP_BEGINS_TO_WRITE))
        if status == 0:
            return
        if not any(line.startswith(PIP_BEGINS_TO_WRITE) for line in lines):
            self.unfinished.unlink()
        text = "\n".join(lines).lower()
        advice = [advice for signs, advice in PIP_ADVICE.items() if re.search(signs, text)]
        raise StartError(quoted(lines) + (advice[0] if advice else "pip could not install what is needed."))


def without_venv(missing: str) -> str:
    """The message for a Python that came without `venv`, `ensurepip` or `pip`."""
    return (
        f"This Python ({sys.executable}) has no {missing}, which is needed to install the program.\n"
        "On Debian and Ubuntu: sudo apt install python3-venv. Elsewhere, use Python's own installer.\n"
        "Then run the same command again."
    )


def quoted(lines: list[str]) -> str:
    """The last lines that a program said, indented, each on a line of its own."""
    return "".join(f"    {line[:200]}\n" for line in lines[-8:])


def say(message: str) -> None:
    """Tell the person something, apart from the program's own output."""
    print(message, file=sys.stderr, flush=True)


def surroundings() -> dict[str, str]:
    """The environment variables for what this script starts: all texts in UTF-8, on Windows too.

    pip leaves it to the first import to compile a module, so that only what is used is compiled; it must then be kept.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"PYTHONUTF8": "1", **kept}


def run_and_listen(call: list[str | Path], folder: Path, show: tuple[str, ...] = ()) -> tuple[int, list[str]]:
    """Run a program to its end; give its exit status and the last 40 lines that it said.

    Lines that begin with one of `show` are passed on while it runs.
    """
    last: deque[str] = deque(maxlen=40)
    with subprocess.Popen(
        call,
        cwd=folder,
        env=surroundings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as program:
        assert program.stdout is not None
        for line in program.stdout:
            last.append(line.rstrip())
            if line.lstrip().startswith(show):
                say("  " + line.strip())
    return program.returncode, list(last)


@contextlib.contextmanager
def only_one_at_a_time(lock: Path) -> Iterator[None]:
    """Hold a lock file, so that two starts do not install into one folder; the system frees it at any end."""
    with lock.open("a") as held:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as refused:
            raise StartError("Another start.py is installing here. Wait for it to end.") from refused
        yield


def demo(environment: Environment, options: list[str]) -> int:
    """Run the main scenario and say where its picture lies."""
    out = DEMO_OUT
    for position, option in enumerate(options):
        if option == "--out" and position + 1 < len(options):
            out = Path(options[position + 1])
        elif option.startswith("--out="):
            out = Path(option[len("--out=") :])
    call = ["negotiation_sim", "run", DEMO_SCENARIO, "--out", str(DEMO_OUT), *options]
    status = run_module(environment, call)
    picture = environment.root / out / PICTURE
    if status == 0 and picture.exists():
        say(f"The picture: {picture}")
    return status


def classroom(environment: Environment, options: list[str]) -> int:
    """Serve the classroom, and open it in this computer's browser."""
    return run_module(environment, ["negotiation_sim", "classroom", "--open", *options])


def test(environment: Environment, options: list[str]) -> int:
    """Run the test suite on all processors; `-n 0` among the options runs it in one process."""
    return run_module(environment, ["pytest", "-n", "auto", "--dist", "worksteal", *options])


def run_module(environment: Environment, call: list[str]) -> int:
    """Run a module with `.venv`'s Python in the checkout's folder; give its exit status."""
    status = subprocess.call([environment.python, "-m", *call], cwd=environment.root, env=surroundings())
    return status if status >= 0 else 128 - status


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Do what the command line asks; give the exit status: 2 for a wrong call, 1 where the start failed."""
    if sys.version_info < OLDEST_PYTHON:
        here = ".".join(map(str, sys.version_info[:2]))
        say(f"Python 3.11 or newer is needed; this is Python {here} ({sys.executable}).")
        return 1
    if arguments and arguments[0] in ("-h", "--help", "help"):
        print(HELP)
        return 0
    commands = {"demo": demo, "classroom": classroom, "test": test}
    if not arguments or arguments[0] not in commands:
        say((f"There is no command '{arguments[0]}'.\n" if arguments else "") + HELP)
        return 2
    environment = Environment(root)
    try:
        environment.prepare(arguments[0])
        return commands[arguments[0]](environment, arguments[1:])
    except StartError as error:
        say(str(error))
        return 1
    except OSError as error:
        say(f"Cannot use {error.filename or root}: {error.strerror or error}. Can you write in {root}?")
        return 1
    except KeyboardInterrupt:
        say("Stopped. Run the same command again to go on.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
