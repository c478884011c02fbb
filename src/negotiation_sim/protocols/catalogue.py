"""What protocols there are: the modules of this folder that hold a `PROTOCOL`."""

from __future__ import annotations

import importlib
import pkgutil

from negotiation_sim import protocols
from negotiation_sim.protocols.protocol import Protocol


def all_protocols() -> dict[str, Protocol]:
    """All protocols by name."""
    found = {}
    for module_info in pkgutil.iter_modules(protocols.__path__):
        module = importlib.import_module(f"{protocols.__name__}.{module_info.name}")
        if hasattr(module, "PROTOCOL"):
            found[module_info.name] = module.PROTOCOL
    return found
