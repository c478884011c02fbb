"""Loads scenarios: files, settings, and all checks."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from negotiation_sim.scenario.checks import problems_of, problems_with
from negotiation_sim.scenario.comparison_checks import comparison_problems
from negotiation_sim.scenario.draft import Draft
from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.problems import Place, Problem, ScenarioError, Source, in_order
from negotiation_sim.scenario.reading import file_named, resolved_tree
from negotiation_sim.scenario.settings import (
    applied,
    arm_conflicts,
    path_problems,
    read_settings,
    with_axis_shrunk,
)
from negotiation_sim.scenario.yaml_nodes import MappingNode, node_of


def load_scenario(source: str | Path, settings: Mapping[str, object] | Sequence[str] = ()) -> Scenario:
    """Loads a scenario file, or a shipped scenario by its bare name, and checks everything.

    `settings` ({path: value} or "path=value") replace values; a path that an arm of `compare` sets cannot be
    set, and the axis shrinks to one point where its path is set. Raises ScenarioError with all mistakes.
    """
    named_at = Place(Source(str(source), ()), 1, 1)
    path = file_named(str(source), Path(), named_at)
    tree, problems = resolved_tree(path, named_at)
    asked = read_settings(settings)
    bad_paths = path_problems(tree, asked)
    tree, axis_problems = with_axis_shrunk(tree, asked)
    problems += [*bad_paths, *axis_problems, *arm_conflicts(tree, asked)]
    if not bad_paths:
        tree = applied(tree, asked)
    draft, found = problems_of(tree)
    return _sound(draft, [*problems, *found, *comparison_problems(draft, found)], path.parent)


def scenario_with(scenario: Scenario, settings: Mapping[str, object] | Sequence[str]) -> Scenario:
    """A checked scenario with settings made; what it compares is not tried again. Raises ScenarioError."""
    asked = read_settings(settings)
    tree = scenario._tree
    bad_paths = path_problems(tree, asked)
    if bad_paths:
        raise ScenarioError(in_order(bad_paths, tree.place.source.name))
    shrunk, _ = with_axis_shrunk(tree, asked)
    draft, found = problems_with(scenario, shrunk, asked)
    return _sound(draft, found, scenario.folder)


def scenario_of(tree: MappingNode, folder: Path | None) -> Scenario:
    """The scenario of a tree without `compare`. Raises ScenarioError with all mistakes."""
    draft, found = problems_of(tree)
    return _sound(draft, found, folder)


def scenario_from(content: Mapping[str, object], folder: Path | None) -> Scenario:
    """The scenario that `Scenario.canonical` wrote; `folder` is where users' files are looked for."""
    tree = node_of(content, Place(Source("scenario", ()), 1, 1))
    assert isinstance(tree, MappingNode)
    return scenario_of(tree, folder)


def _sound(draft: Draft, problems: list[Problem], folder: Path | None) -> Scenario:
    """The scenario of a draft. Raises ScenarioError where there are problems."""
    if problems or draft.content is None:
        raise ScenarioError(in_order(problems, draft.root.place.source.name))
    draft.content._tree = draft.root
    draft.content._folder = folder
    return draft.content
