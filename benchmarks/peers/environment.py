"""An environment of its own for the peers: NegMAS is no dependency of this project, and large."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

NEGMAS = "negmas==0.16.0"
ROOT = Path(__file__).resolve().parents[2]


def cache_folder() -> Path:
    """Where the environment, its compiled code and the compiled C programs are kept."""
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "negotiation-sim-peers"


def _python_in(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def python_with_negmas() -> Path:
    """The interpreter of the environment, made at the first call: NegMAS, what this project needs, pytest."""
    folder = cache_folder() / NEGMAS.replace("==", "-")
    python, finished = _python_in(folder), folder / "finished"
    if not finished.exists():
        print(f"making an environment with {NEGMAS} in {folder}: some minutes, about 1 GB", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        ours = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
        subprocess.run([python, "-m", "pip", "install", "--quiet", NEGMAS, *ours, "pytest", "hypothesis"], check=True)
        finished.touch()
    return python


def run_there(arguments: list[str]) -> int:
    """Run Python in the environment from the project's root, with this project's sources; its exit code."""
    paths = (str(ROOT / "src"), str(Path(__file__).parent))
    settings = {
        "PYTHONPATH": os.pathsep.join(paths),
        "NUMBA_CACHE_DIR": str(cache_folder() / "numba"),  # its numba may be another version than the project's
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
    return subprocess.run([python_with_negmas(), *arguments], cwd=ROOT, env={**os.environ, **settings}).returncode
