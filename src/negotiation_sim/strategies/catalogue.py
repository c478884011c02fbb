"""What strategies and single rules there are, found by looking into the files; nothing is registered by hand."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from types import ModuleType
from typing import Any

from negotiation_sim import strategies
from negotiation_sim.rules import acceptance, concession, talk
from negotiation_sim.strategies.strategy import Strategy


def presets() -> dict[str, Strategy]:
    """All named presets: the modules of this folder that hold a `STRATEGY`."""
    found = {}
    for module_info in pkgutil.iter_modules(strategies.__path__):
        module = importlib.import_module(f"{strategies.__name__}.{module_info.name}")
        if hasattr(module, "STRATEGY"):
            found[module_info.name] = module.STRATEGY
    return found


def _functions(module: ModuleType, parameters: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    return {
        name: function
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and function.__module__ == module.__name__
        and not name.startswith("_")
        and tuple(inspect.signature(function).parameters) == parameters
    }


def single_rules() -> dict[str, dict[str, Callable[..., Any]]]:
    """The built-in rules that `rules:` of a scenario can name, by kind."""
    by_preset = presets()
    talks = _functions(talk, ("party", "view", "listener"))
    del talks["trusts_enough"]
    return {
        "concession": _functions(concession, ("party", "view")),
        "packages": {name: preset.packages for name, preset in by_preset.items()},
        "talk": talks | {name: preset.talk for name, preset in by_preset.items()},
        "acceptance": _functions(acceptance, ("party", "view", "understood_value")),
    }
