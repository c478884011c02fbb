"""C programs of this folder, compiled for this very processor and loaded."""

from __future__ import annotations

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
from pathlib import Path

from environment import cache_folder

# Without -ffp-contract=off the compiler fuses a multiplication and a sum, which rounds differently.
FLAGS = ("-O3", "-march=native", "-ffp-contract=off", "-shared", "-fPIC")


class NoCompiler(RuntimeError):  # noqa: N818 - it is what it says
    """There is no C compiler here."""


def compiler() -> str:
    """The C compiler's command. Raises NoCompiler."""
    for name in (os.environ.get("CC"), "gcc", "cc", "clang"):
        if name and shutil.which(name):
            return name
    raise NoCompiler("no C compiler found: the limit is left out (install gcc, or name one in CC)")


def compiler_version() -> str:
    """The first line of what the compiler says of itself."""
    return subprocess.run([compiler(), "--version"], capture_output=True, text=True).stdout.partition("\n")[0]


def library(name: str) -> ctypes.CDLL:
    """The compiled library of a C file of this folder."""
    source = Path(__file__).parent / name
    key = hashlib.sha256(source.read_bytes() + repr((FLAGS, compiler_version(), platform.node())).encode()).hexdigest()
    built = cache_folder() / f"{source.stem}-{key[:12]}.so"
    if not built.exists():
        built.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([compiler(), *FLAGS, str(source), "-o", str(built), "-lm"], check=True)
    return ctypes.CDLL(str(built))
