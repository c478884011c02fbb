"""The bargaining plane of two sides: what agreements are worth to both, the best of them, and the offers so far."""

from __future__ import annotations

from typing import Any

import numpy as np

from negotiation_sim.analysis.frontier import pareto_frontier
from negotiation_sim.analysis.package_space import package_utilities
from negotiation_sim.concepts import Floats
from negotiation_sim.engine.setting import Setting
from negotiation_sim.rules.preferences import utility

MOST_POINTS = 400
_MOST_PACKAGES = 50_000


def plane_of(
    setting: Setting,
    axes: tuple[str, str],
    values: Floats,
    lines: Floats,
    packages: list[np.ndarray[Any, Any]],
    *,
    deal: bool,
) -> dict[str, Any]:
    """The plane of two sides, with their lines as the cards were dealt."""
    pair = [setting.roles.index(role) for role in axes]
    utilities, _ = package_utilities(values[pair], setting.case.options, _MOST_PACKAGES)
    frontier = utilities[pareto_frontier(utilities)]
    shown, _ = package_utilities(values[pair], setting.case.options, MOST_POINTS)
    path = [[float(utility(values[seat], package)) for seat in pair] for package in packages]
    return {
        "axes": list(axes),
        "points": _rounded(shown),
        "frontier": _rounded(frontier[np.argsort(frontier[:, 0])]),
        "lines": [round(float(lines[seat]), 3) for seat in pair],
        "path": _rounded(np.array(path).reshape(-1, 2)),
        "deal": [round(worth, 3) for worth in path[-1]] if deal and path else None,
    }


def _rounded(points: Floats) -> list[list[float]]:
    return [[round(float(u), 3), round(float(v), 3)] for u, v in points]
