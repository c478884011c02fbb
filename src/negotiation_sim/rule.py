"""The one place where numba enters the rules: `rule`, `rule_compiled_as` and `compiled`.

A rule is an ordinary Python function. Where numba is installed, compiled code may call it too, and both give
the same bits. Where numba is missing, nothing changes but the speed.

Compiled code is kept on disk in a folder named by a hash of every source file that can end up in it, because
numba does not notice an edit in a function that another file holds.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Function = TypeVar("Function", bound=Callable[..., object])

# Intel's vector maths library, where present, rounds differently from the plain one.
os.environ.setdefault("NUMBA_DISABLE_INTEL_SVML", "1")

try:
    import numba
    from numba.extending import overload, register_jitable

    HAVE_NUMBA = True
except ImportError:  # a supported way to run: everything works, slower
    HAVE_NUMBA = False

_SOURCES = (
    "*.py",
    "rules/*.py",
    "strategies/*.py",
    "mediators/*.py",
    "protocols/*.py",
    "engine/*.py",
    "analysis/frontier.py",
    "analysis/tally.py",
    "validation/chance.py",
)


def source_hash() -> str:
    """Hash of all source files that compiled code can contain (16 hexadecimal digits)."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for pattern in _SOURCES:
        for path in sorted(here.glob(pattern)):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _user_cache_folder() -> Path:
    if "NUMBA_CACHE_DIR" in os.environ:
        return Path(os.environ["NUMBA_CACHE_DIR"])
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", tempfile.gettempdir())) / "negotiation_sim"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "negotiation_sim"


def _prepare_cache() -> Path:
    folder = _user_cache_folder() / source_hash()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        folder = Path(tempfile.gettempdir()) / f"negotiation_sim-{source_hash()}"
        folder.mkdir(parents=True, exist_ok=True)
    return folder


if HAVE_NUMBA:
    # Where numba was imported before, it would otherwise read its settings again later, and forget the folder.
    numba.config.reload_config()
    CACHE_FOLDER = _prepare_cache()
    numba.config.CACHE_DIR = str(CACHE_FOLDER)
    warnings.filterwarnings("ignore", category=numba.core.errors.NumbaExperimentalFeatureWarning)


def rule(function: Function) -> Function:
    """Mark a plain function as a rule: Python calls it as it stands, compiled code may call it too.

    Use only + - * / comparisons, `math.sqrt`, `math.exp`, `math.log` and `math.pow(x, y)` with y a variable, so
    that both give the same bits; no `**` with a constant, no `sum()`, no randomness of its own.
    """
    if HAVE_NUMBA:
        # Always inlined: a call would hand dozens of arrays on by value. The two wrappers are never called.
        return register_jitable(forceinline=True, no_cpython_wrapper=True, no_cfunc_wrapper=True)(function)
    return function


def rule_compiled_as(compiled_form: Function) -> Callable[[Function], Function]:
    """Mark a plain function as a rule for which compiled code has another form: one that is slow in plain Python.

    Both must give the same bits, and a test must hold them against each other.
    """

    def mark(function: Function) -> Function:
        if HAVE_NUMBA:
            overload(function, strict=False)(lambda *_arguments: compiled_form)
        return function

    return mark


def compiled(function: Function) -> Function:
    """Compile a function for speed where numba is installed; otherwise return it as it is."""
    if HAVE_NUMBA:
        return numba.njit(cache=True, nogil=True)(function)
    return function
