"""Loads the file a command asks for, and says which command plays it if it is of the other kind."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from negotiation_sim.scenario import Scenario
    from negotiation_sim.sweeps.experiment import Experiment


def scenario_of(config: str, settings: Sequence[str] = ()) -> Scenario:
    """The scenario of a file or of a shipped case. Raises ScenarioError, or click.UsageError for an experiment file."""
    from negotiation_sim.scenario import load_scenario
    from negotiation_sim.sweeps.recognising import is_experiment

    if is_experiment(config):
        told = gettext("{file} is an experiment file; `negotiation-sim sweep {file}` plays it")
        raise click.UsageError(told.format(file=config))
    return load_scenario(config, settings)


def experiment_of(file: str) -> Experiment:
    """The experiment of a file. Raises ScenarioError, or click.UsageError for a scenario."""
    from negotiation_sim.sweeps.loading import load_experiment
    from negotiation_sim.sweeps.recognising import is_scenario

    if is_scenario(file):
        told = gettext(
            "{file} is a scenario; `negotiation-sim run {file}` plays it; an experiment file names it with `extends:` "
            "and says with `design:` what to vary"
        )
        raise click.UsageError(told.format(file=file))
    return load_experiment(file)
