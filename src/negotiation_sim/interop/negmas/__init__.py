"""The bridge to NegMAS 0.16: our strategies in its mechanism, and its negotiators at our table.

    from negotiation_sim.interop.negmas import InterestBasedNegotiator
    mechanism.add(InterestBasedNegotiator(settings={"fixed_pie": 0.3}), ufun=utility)

    from negotiation_sim.interop.negmas import TableWithGuests
    TableWithGuests(setting_of(scenario), {"union": AspirationNegotiator()}).run_model()

NegMAS is no dependency of this package: these names need an environment that has both.
"""

from __future__ import annotations

import importlib
from gettext import gettext
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from negotiation_sim.interop.negmas.guests import TableWithGuests
    from negotiation_sim.interop.negmas.negotiators import (
        InterestBasedNegotiator,
        OurNegotiator,
        PositionBasedNegotiator,
        TimeBasedNegotiator,
    )

__all__ = [
    "InterestBasedNegotiator",
    "OurNegotiator",
    "PositionBasedNegotiator",
    "TableWithGuests",
    "TimeBasedNegotiator",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        importlib.import_module("negmas")
    except ModuleNotFoundError as error:
        if error.name != "negmas":
            raise  # NegMAS is there, and something that it needs is not
        told = gettext(
            "NegMAS is not installed, and is no dependency of this program: make an environment of its own with both "
            "(pip install negmas==0.16.0 negotiation-sim)"
        )
        raise ImportError(told) from None
    home = "guests" if name == "TableWithGuests" else "negotiators"
    return getattr(importlib.import_module(f"{__name__}.{home}"), name)
