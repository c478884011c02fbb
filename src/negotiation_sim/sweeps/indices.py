"""From the results of a Saltelli or Morris design to how much each factor matters for the agreement rate."""

from __future__ import annotations

from gettext import gettext

import numpy as np

from negotiation_sim.analysis.morris_effects import MorrisEffects, morris_effects
from negotiation_sim.analysis.sobol_indices import SobolIndices, sobol_indices
from negotiation_sim.concepts import Floats
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.factor import Factor
from negotiation_sim.sweeps.mistakes import ResultsError
from negotiation_sim.sweeps.results import Results


def require_indices(experiment: Experiment) -> None:
    """Raise ResultsError where the design does not allow indices, before anything is played."""
    if experiment.kind not in ("saltelli", "morris"):
        raise ResultsError(gettext("sensitivity needs a design of the kind saltelli or morris"))
    if experiment.stop is not None:
        raise ResultsError(gettext("sensitivity needs the same number of runs at every point: `runs:`, not `stop:`"))


def indices_of(results: Results, arm: str) -> SobolIndices | MorrisEffects:
    """Sobol indices of a Saltelli design, elementary effects of a Morris design, under an arm.

    Every point was played with the same luck, so the run noise is common to all points. Raises ResultsError for
    another design, for points that are missing, and where the agreement rate is the same at all points.
    """
    experiment = results.experiment
    require_indices(experiment)
    factors = [factor.path for factor in experiment.factors]
    agreed = results.agreed_everywhere(arm)
    if np.ptp(agreed.mean(axis=1)) == 0.0:
        raise ResultsError(gettext("the agreement rate is the same at all points; no factor matters there"))
    if experiment.kind == "saltelli":
        return sobol_indices(factors, agreed)
    return morris_effects(factors, _shares(experiment), agreed)


def _shares(experiment: Experiment) -> Floats:
    """How far each point lies between the ends of each factor, [points, factors]."""
    return np.array(
        [[_share(factor, point[factor.path]) for factor in experiment.factors] for point in experiment.points]
    )


def _share(factor: Factor, value: object) -> float:
    if factor.values is not None:
        return (factor.values.index(value) + 0.5) / len(factor.values)
    assert isinstance(value, int | float)
    assert factor.low is not None
    assert factor.high is not None
    choices = factor.choices
    if choices:
        return (value - factor.low + 0.5) / choices
    return (value - factor.low) / (factor.high - factor.low)
