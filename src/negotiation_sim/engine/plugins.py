"""A user's own functions: loaded from the file that a scenario names."""

from __future__ import annotations

import importlib.util
import inspect
import sys
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

PARAMETERS = {
    "strategy": (("party", "view", "issue", "option"), ("party", "view", "scores")),
    "concession": (("party", "view"),),
    "packages": (("party", "view", "issue", "option"), ("party", "view", "scores")),
    "talk": (("party", "view", "listener"),),
    "acceptance": (("party", "view", "understood_value"),),
    "mediator_style": (("mediator", "view"),),
}


class PluginError(ValueError):
    """A user's file or function cannot be used; the message says where and why."""


def is_plugin(name: str) -> bool:
    """Whether a name in a scenario means a function in a file, `file.py:function`."""
    return ":" in name


def load_module(path: Path) -> Any:
    """Run a user's file as a module of its own. Raises PluginError with file and line."""
    name = f"negotiation_sim_plugin_{path.stem}_{abs(hash(str(path.resolve())))}"
    if name in sys.modules and getattr(sys.modules[name], "__mtime__", None) == _mtime(path):
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise PluginError(f"{path}: there is no such file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except SyntaxError as error:
        del sys.modules[name]
        raise PluginError(f"{path}:{error.lineno}:{error.offset}: {error.msg}") from None
    except Exception as error:  # a user's file may raise anything while it is read
        del sys.modules[name]
        lines = [frame.lineno for frame in inspect.trace() if frame.filename == str(path)]
        raise PluginError(f"{path}:{lines[-1] if lines else 1}:1: {type(error).__name__}: {error}") from None
    module.__mtime__ = _mtime(path)  # type: ignore[attr-defined]
    return module


def _mtime(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


def load_function(reference: str, folder: Path | None, kind: str) -> Callable[..., Any]:
    """The function that `file.py:function` names; the file is looked for in `folder` (default: the current one).

    `kind` is a key of `PARAMETERS`; the function must take these parameters. Raises PluginError.
    """
    file_name, _, name = reference.rpartition(":")
    path = (folder or Path()) / file_name
    module = load_module(path)
    function = getattr(module, name, None)
    if not inspect.isfunction(function):
        names = [key for key, value in vars(module).items() if inspect.isfunction(value)]
        near = get_close_matches(name, names, 1)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        raise PluginError(f"{path}:1:1: there is no function '{name}' in this file{hint}")
    wanted = PARAMETERS[kind]
    count = len(inspect.signature(function).parameters)
    if count not in {len(parameters) for parameters in wanted}:
        forms = " or ".join("(" + ", ".join(parameters) + ")" for parameters in wanted)
        line = function.__code__.co_firstlineno
        raise PluginError(f"{path}:{line}:1: '{name}' takes {count} parameters; a {kind} takes {forms}")
    return function
