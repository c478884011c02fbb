"""Many comparisons at once: p-values adjusted for the whole family that they belong to.

A family is every comparison that one conclusion rests on, all of a sweep's as a rule, not only those that look
interesting. Both functions give p-values in the order they were given, to be held against the usual level.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from negotiation_sim.analysis.missing_library import needed
from negotiation_sim.concepts import Floats


def holm(p_values: Sequence[float]) -> Floats:
    """Adjusted so that the chance of even one false finding in the family stays below the level.

    Raises ValueError where a p-value is not in [0, 1], MissingLibrary without statsmodels.
    Source: Holm 1979, Scandinavian Journal of Statistics 6:65-70.
    """
    p = _checked(p_values)
    if len(p) == 0:
        return p
    multitest = needed("statsmodels.stats.multitest", "statsmodels", "stats")
    return np.asarray(multitest.multipletests(p, method="holm")[1], dtype=np.float64)


def false_discovery(p_values: Sequence[float]) -> Floats:
    """Adjusted so that among all findings the expected share of false ones stays below the level.

    Right for independent comparisons and for those that lean the same way, as comparisons with a shared arm do.
    Raises ValueError where a p-value is not in [0, 1].
    Source: Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57:289-300.
    """
    from scipy.stats import false_discovery_control

    p = _checked(p_values)
    return np.asarray(false_discovery_control(p, method="bh"), dtype=np.float64) if len(p) else p


def _checked(p_values: Sequence[float]) -> Floats:
    p = np.asarray(p_values, dtype=np.float64)
    if not ((p >= 0.0) & (p <= 1.0)).all():
        raise ValueError("every p-value must lie between 0 and 1")
    return p
