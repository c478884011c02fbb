"""From the results of a design for sensitivity to indices."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from negotiation_sim.analysis.morris_effects import MorrisEffects
from negotiation_sim.analysis.sobol_indices import SobolIndices
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.indices import indices_of, require_indices
from negotiation_sim.sweeps.mistakes import ResultsError
from negotiation_sim.sweeps.results import Results, load_results
from negotiation_sim.sweeps.runner import Crew, play

Loader = Callable[..., Experiment]
FACTORS = "factors: {communication.quality: {from: 0.1, to: 1.0}, invention.chance: {from: 0.0, to: 1.0}}"


@pytest.mark.parametrize(("kind", "samples", "expected"), [("saltelli", 8, SobolIndices), ("morris", 8, MorrisEffects)])
def test_a_factor_that_matters_stands_above_one_that_cannot(
    experiment: Loader, tmp_path: Path, kind: str, samples: int, expected: type
) -> None:
    """Nothing can be invented in this case, so the chance of it changes no negotiation."""
    design = f"{{kind: {kind}, samples: {samples}, {FACTORS}}}"
    play(experiment(set="{deadline: 8, mediator.style: full}", design=design), tmp_path / "out", Crew(2))
    indices = indices_of(load_results(tmp_path / "out"), "as written")
    assert isinstance(indices, expected)
    assert indices.factors == ("communication.quality", "invention.chance")
    strengths = indices.total if isinstance(indices, SobolIndices) else indices.strength
    assert strengths[0].value > 0.1
    assert strengths[1].value == 0.0


def test_the_same_rate_at_all_points_is_told(experiment: Loader, tmp_path: Path) -> None:
    design = f"{{kind: saltelli, samples: 2, {FACTORS}}}"
    play(experiment(set="{deadline: 2, defaults.reservation_value: 0.9}", design=design), tmp_path / "out", Crew(1))
    with pytest.raises(ResultsError, match="the agreement rate is the same at all points"):
        indices_of(load_results(tmp_path / "out"), "as written")


def test_another_design_and_unequal_runs_are_told_before_anything_is_played(swept: Results, experiment: Loader) -> None:
    with pytest.raises(ResultsError, match="needs a design of the kind saltelli or morris"):
        indices_of(swept, "positions")
    stop = "{half_width: 0.02, at_least: 1000, at_most: 9000}"
    design = f"{{kind: saltelli, samples: 2, {FACTORS}}}"
    with pytest.raises(ResultsError, match="`runs:`, not `stop:`"):
        require_indices(experiment(design=design, stop=stop, runs=""))
    require_indices(experiment(design=design))
