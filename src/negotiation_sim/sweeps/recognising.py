"""Which kind of file a file is, by the keys it is written with."""

from __future__ import annotations

from pathlib import Path

from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.nearest_name import nearest
from negotiation_sim.scenario.paths import fields_of
from negotiation_sim.scenario.problems import Place, ScenarioError, Source
from negotiation_sim.scenario.reading import file_named, tree_of_file
from negotiation_sim.sweeps.experiment_file import ONLY_IN_EXPERIMENTS, ExperimentFile


def is_experiment(file: str | Path) -> bool:
    """Whether a file is meant as an experiment: more of its keys, or of what they may be slips for, say so.

    A file that cannot be read is neither, and loading it says why.
    """
    experiment, scenario = _votes(file)
    return experiment > scenario


def is_scenario(file: str | Path) -> bool:
    """Whether a file, or a shipped case of this name, is meant as a scenario, by the same rule."""
    experiment, scenario = _votes(file)
    return scenario > experiment


def _votes(file: str | Path) -> tuple[int, int]:
    """How many keys speak for an experiment, and how many for a scenario."""
    named_at = Place(Source(str(file), ()), 1, 1)
    try:
        tree, _ = tree_of_file(file_named(str(file), Path(), named_at), named_at)
    except ScenarioError:
        return 0, 0
    only_in_scenarios = fields_of(Scenario).keys() - fields_of(ExperimentFile).keys()
    known = ONLY_IN_EXPERIMENTS | only_in_scenarios
    meant = [key if key in known else nearest(key, known) for key in tree.entries]
    return sum(key in ONLY_IN_EXPERIMENTS for key in meant), sum(key in only_in_scenarios for key in meant)
