"""Importances as they are expected before a run deals them."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping


def expected_importance(importance: Mapping[str, float], interests: Collection[str], floor: float) -> list[float]:
    """Importances as written, made to sum to 1, with the floor's share spread evenly over all interests."""
    weights = [float(importance.get(g, 0.0)) for g in interests]
    total = math.fsum(weights)
    return [(1.0 - floor) * weight / total + floor / len(weights) for weight in weights]
