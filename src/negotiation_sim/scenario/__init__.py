"""Scenario files: what they hold, how they are read and checked."""

from negotiation_sim.scenario.cases import case_path, shipped_cases
from negotiation_sim.scenario.comparison import Axis, Compare
from negotiation_sim.scenario.editor_schema import json_schema
from negotiation_sim.scenario.effects import issue_effects
from negotiation_sim.scenario.issue import Grid, Issue
from negotiation_sim.scenario.links import link_factors
from negotiation_sim.scenario.loading import load_scenario
from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.party import Concession, Party, PartySettings, Rules
from negotiation_sim.scenario.problems import Problem, ScenarioError
from negotiation_sim.scenario.talking import Communication, Mediator
from negotiation_sim.scenario.text import text_in

__all__ = [
    "Axis",
    "Communication",
    "Compare",
    "Concession",
    "Grid",
    "Issue",
    "Mediator",
    "Party",
    "PartySettings",
    "Problem",
    "Rules",
    "Scenario",
    "ScenarioError",
    "case_path",
    "issue_effects",
    "json_schema",
    "link_factors",
    "load_scenario",
    "shipped_cases",
    "text_in",
]
