"""Without numba everything works, with the same results."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BLOCK_NUMBA = "import sys; sys.modules['numba'] = None; sys.modules['llvmlite'] = None"
CALL = "from negotiation_sim.cli import main; main()"
ARGUMENTS = [
    "run",
    "two_party_textbook",
    "--set",
    "communication.quality=0.5",
    "--json",
    "--no-picture",
    "--out",
    "out",
]


def run(folder: Path, numba: bool, *more: str) -> subprocess.CompletedProcess[str]:
    code = f"{'' if numba else BLOCK_NUMBA}\nimport sys; sys.argv = {['negotiation-sim', *ARGUMENTS, *more]!r}\n{CALL}"
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=300, check=False
    )


def test_the_same_document_comes_out(tmp_path: Path) -> None:
    more = ("--runs", "8", "--space", "2")
    plain, compiled = run(tmp_path, False, *more), run(tmp_path, True, *more)
    assert plain.returncode == compiled.returncode == 0, plain.stderr
    assert json.loads(plain.stdout) == json.loads(compiled.stdout)


def test_fewer_runs_by_default_and_it_says_so_once(tmp_path: Path) -> None:
    plain = run(tmp_path, False)
    assert json.loads(plain.stdout)["runs"] == 20
    assert plain.stderr.count("numba is not installed") == 1
