"""With what a result was made: version, source, packages, machine, command line and state of the checkout."""

from __future__ import annotations

import platform
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

from negotiation_sim.rule import source_hash

_PACKAGES = (
    "mesa",
    "numpy",
    "scipy",
    "networkx",
    "matplotlib",
    "numba",
    "pydantic",
    "PyYAML",
    "click",
    "duckdb",
    "babel",
    "statsmodels",
    "SALib",
)


def provenance() -> dict[str, Any]:
    """What is needed to make the same program run again."""
    return {
        "program": "negotiation-sim",
        "version": metadata.version("negotiation-sim"),
        "source_hash": source_hash(),
        "git": _git_state(),
        "python": platform.python_version(),
        "platform": platform.platform(),
        "packages": {name: _version(name) for name in _PACKAGES},
        "command": sys.argv,
    }


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _git_state() -> str | None:
    """The commit of the checkout that the program runs from, with -dirty where it was edited; None without one."""
    here = Path(__file__)
    if _git(here.parent, "ls-files", "--error-unmatch", here.name) is None:  # installed within somebody else's checkout
        return None
    return _git(here.parent, "describe", "--always", "--dirty", "--abbrev=40")


def _git(folder: Path, *words: str) -> str | None:
    try:
        done = subprocess.run(["git", "-C", folder, *words], capture_output=True, text=True, timeout=10, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()
