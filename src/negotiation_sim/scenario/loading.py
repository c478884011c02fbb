"""Loads scenarios: files, settings, and all checks."""

from collections.abc import Iterator, Mapping, Sequence
from gettext import gettext
from pathlib import Path

from negotiation_sim.scenario.built_in import is_plug_in
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
from negotiation_sim.scenario.yaml_nodes import ListNode, MappingNode, Node, node_of
from negotiation_sim.scenario.yaml_reading import read_tree


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


def scenario_of_text(name: str, text: str) -> Scenario:
    """The scenario of a text from outside, checked in full: it stands alone and brings no code.

    So `extends` and "file.py:function" are refused wherever they stand. Raises ScenarioError with all mistakes.
    """
    tree, problems = read_tree(name, text)
    forbidden = list(_reaches_out(tree))
    if forbidden:
        raise ScenarioError(in_order([*problems, *forbidden], name))
    draft, found = problems_of(tree)
    return _sound(draft, [*problems, *found, *comparison_problems(draft, found)], None)


def _reaches_out(node: Node) -> Iterator[Problem]:
    """Places of a text that name a file: its base, at the top, or a function, anywhere."""
    if isinstance(node, MappingNode):
        if "extends" in node.entries:
            told = gettext("a scenario from outside cannot extend another; write it out in one file")
            yield node.entries["extends"].key_place.problem(told)
        for entry in node.entries.values():
            yield from _reaches_out(entry.node)
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _reaches_out(item)
    elif isinstance(node.value, str) and is_plug_in(node.value):
        told = gettext("a scenario from outside cannot bring code of its own; choose what is built in")
        yield node.place.problem(told)


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
