"""A user's own functions: loaded from the file that a scenario names, and guarded when they are called."""

from __future__ import annotations

import importlib.util
import inspect
import sys
from collections.abc import Callable
from gettext import gettext
from hashlib import sha256
from pathlib import Path
from typing import Any

from negotiation_sim.engine.guarding import guarded, line_in
from negotiation_sim.engine.plugin_files import PluginError, check_count, check_fits

__all__ = ["PluginError", "is_plugin", "load_function", "load_module", "place_of"]


def is_plugin(name: str) -> bool:
    """Whether a name in a scenario means a function in a file, `file.py:function`."""
    return ":" in name


def place_of(reference: str, folder: Path | None) -> tuple[Path, str]:
    """The file and the function's name that `file.py:function` means, seen from `folder` (None: here)."""
    file_name, _, name = reference.rpartition(":")
    return (folder or Path()) / file_name, name


def load_module(path: Path) -> Any:
    """Run a user's file as a module of its own, once for each state of the file. Raises PluginError."""
    name = f"negotiation_sim_plugin_{path.stem}_{sha256(str(path.resolve()).encode()).hexdigest()[:12]}"
    known = sys.modules.get(name)
    if known is not None and known.__dict__.get("__read_at__") == path.stat().st_mtime_ns:
        return known
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise PluginError(path, 1, 1, gettext("this is not a Python file"))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:  # a user's file may do anything while it is read
        del sys.modules[name]
        line = line_in(str(spec.origin), error, 1)
        raise PluginError(path, line, 1, f"{type(error).__name__}: {error}") from None
    module.__dict__["__read_at__"] = path.stat().st_mtime_ns
    return module


def load_function(reference: str, folder: Path | None, kind: str) -> Callable[..., Any]:
    """The function that `file.py:function` names, guarded: what goes wrong in it names its file and line.

    The file is looked for in `folder` (default: the current one). `kind` is a key of `PARAMETERS`. Raises
    PluginError if the file or the function cannot be used.
    """
    path, name = place_of(reference, folder)
    definition = check_fits(path, name, kind)
    function = getattr(load_module(path), name, None)
    if not inspect.isfunction(function):
        reason = gettext("'{name}' is not a function").format(name=name)
        raise PluginError(path, definition.line, definition.column, reason)
    check_count(path, definition, name, len(inspect.signature(function).parameters), kind)
    return guarded(function, kind)
