"""What mediator styles there are: one function a file, named like the file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any

from negotiation_sim import mediators


def styles() -> dict[str, Callable[..., Any]]:
    """All shipped styles by name."""
    found = {}
    for module_info in pkgutil.iter_modules(mediators.__path__):
        module = importlib.import_module(f"{mediators.__name__}.{module_info.name}")
        if hasattr(module, module_info.name):
            found[module_info.name] = getattr(module, module_info.name)
    return found
