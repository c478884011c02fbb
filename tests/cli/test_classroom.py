"""`negotiation-sim classroom`: what it says, what it refuses, how it ends. Served pages: tests/classroom."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from negotiation_sim.cli.classroom import command


@pytest.fixture
def served(monkeypatch):
    """What would be served, without serving it."""
    calls = []
    monkeypatch.setattr("negotiation_sim.classroom.server.serving.serve", lambda *a, **k: calls.append((*a, k)))
    return calls


def test_alone_it_listens_to_this_computer_and_asks_for_no_pin(served):
    assert CliRunner().invoke(command, []).exit_code == 0
    setup, db, _say, options = served[0]
    assert (setup.host, setup.port, setup.pin, db) == ("127.0.0.1", 8765, None, "classroom.sqlite")
    assert options == {"open_browser": False}


@pytest.mark.parametrize("arguments", [["--lan"], ["--host", "192.0.2.7"], ["--host", "0.0.0.0"]])
def test_for_others_it_makes_a_pin(served, arguments):
    CliRunner().invoke(command, arguments)
    assert re.fullmatch("[0-9]{6}", served[0][0].pin)
    CliRunner().invoke(command, arguments)
    assert served[0][0].pin != served[1][0].pin


def test_a_pin_of_ones_own_is_asked_for_here_too(served):
    CliRunner().invoke(command, ["--pin", "2468"])
    assert served[0][0].pin == "2468"


@pytest.mark.parametrize(
    "arguments", [["--lan", "--host", "127.0.0.1"], ["--pin", "1"], ["--port", "0"], ["--lang", "de"]]
)
def test_a_wrong_call_serves_nothing(served, arguments):
    assert CliRunner().invoke(command, arguments).exit_code == 2
    assert served == []


@pytest.mark.parametrize("library", ["starlette", "uvicorn", "websockets", "segno"])
def test_a_missing_library_is_named_with_its_extra(monkeypatch, library):
    from negotiation_sim.analysis.missing_library import MissingLibrary

    monkeypatch.setitem(sys.modules, library, None)
    error = CliRunner().invoke(command, []).exception
    assert isinstance(error, MissingLibrary)
    assert "negotiation-sim[web]" in str(error)


@contextmanager
def process(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    call = [sys.executable, "-u", "-m", "negotiation_sim", "classroom", *arguments]
    quiet = os.environ | {"NEGOTIATION_SIM_LANG": "en"}
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=quiet) as running:
        try:
            yield running
        finally:
            running.kill()


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port: int = free.getsockname()[1]
        return port


def test_it_says_where_it_is_serves_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    port, db = free_port(), tmp_path / "class.sqlite"
    with process("--port", str(port), "--db", str(db)) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == f"The classroom: http://127.0.0.1:{port}/   (Ctrl-C ends it)\n"
        assert running.stdout.readline() == f"Sessions are kept in {db}\n"
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=30) as page:
            assert page.read() == b"ok"
        running.send_signal(signal.SIGINT)
        rest, errors = running.communicate(timeout=60)
        assert (running.returncode, rest, errors) == (0, "The classroom has ended.\n", "")
    assert [path.name for path in tmp_path.iterdir()] == [db.name], "all is in the one file"


def test_a_port_in_use_and_a_wrong_file_are_said_in_one_line(tmp_path: Path) -> None:
    other = tmp_path / "minutes.txt"
    other.write_text("minutes of a meeting " * 100)
    with closing(socket.create_server(("127.0.0.1", 0))) as busy:
        port = busy.getsockname()[1]
        with process("--port", str(port), "--db", str(tmp_path / "x")) as running:
            said, errors = running.communicate(timeout=60)
            assert (running.returncode, said, len(errors.splitlines())) == (2, "", 1)
            assert errors.startswith(f"127.0.0.1:{port} cannot be used: ")
            assert f"--port {port + 1}" in errors
    with process("--port", str(free_port()), "--db", str(other)) as running:
        said, errors = running.communicate(timeout=60)
        assert (running.returncode, said) == (2, "")
        assert errors == f"{other}: this is not a file of the classroom\n"
