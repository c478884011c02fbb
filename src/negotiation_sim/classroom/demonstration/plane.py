"""The bargaining plane of one negotiation: what agreements are worth to two sides, the best, and the offers so far."""

from __future__ import annotations

from typing import Any

import numpy as np

from negotiation_sim.analysis.package_space import package_utilities
from negotiation_sim.classroom.plane import edge_of, rounded, sample_of
from negotiation_sim.concepts import Floats
from negotiation_sim.engine.setting import Setting
from negotiation_sim.rules.preferences import utility

_MOST_PACKAGES = 50_000


def plane_of(
    setting: Setting, values: Floats, lines: Floats, packages: list[np.ndarray[Any, Any]], *, deal: bool
) -> dict[str, Any]:
    """The plane of the two sides that come last in the case, with their lines as the cards were dealt.

    In a tripartite case these are employers and unions.
    """
    own = values[-2:]
    utilities, _is_whole = package_utilities(own, setting.case.options, _MOST_PACKAGES)
    path = [rounded(np.array([utility(side, package) for side in own])) for package in packages]
    return {
        "axes": list(setting.roles[-2:]),
        "points": sample_of(own, setting.case.options),
        "frontier": edge_of(utilities),
        "lines": rounded(lines[-2:]),
        "path": path,
        "deal": path[-1] if deal and path else None,
    }
