"""The user's functions that a scenario names, found and looked at without running their code."""

from collections.abc import Iterable, Iterator
from gettext import gettext
from pathlib import Path
from typing import NamedTuple

from negotiation_sim.engine.plugin_files import PluginError, check_fits
from negotiation_sim.engine.plugins import place_of
from negotiation_sim.scenario.built_in import is_plug_in
from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.problems import Place, Problem
from negotiation_sim.scenario.settings import Setting, arm_settings
from negotiation_sim.scenario.yaml_nodes import ListNode, MappingNode, Node, ScalarNode


class PlugInReference(NamedTuple):
    """A text of the form "file.py:function", where it stands, and what the function has to be."""

    text: str
    place: Place
    kind: str


def plug_in_references(scenario: Scenario) -> tuple[PlugInReference, ...]:
    """Every user's function that the scenario names, in its arms and on its axis too, in the file's order."""
    tree = scenario._tree
    found = list(_references(tree.without("compare"), ()))
    compare = tree.get("compare")
    if isinstance(compare, MappingNode):
        arms, axis = compare.get("arms"), compare.get("axis")
        settings = [entry.node for entry in arms.entries.values()] if isinstance(arms, MappingNode) else []
        for node in [*settings, axis]:
            found += references_in(arm_settings(node.entries) if isinstance(node, MappingNode) else ())
    return tuple(found)


def references_in(settings: Iterable[Setting]) -> Iterator[PlugInReference]:
    """Every user's function that settings name."""
    for setting in settings:
        yield from _references(setting.entry.node, tuple(setting.path.split(".")))


def plug_in_problems(scenario: Scenario) -> Iterator[Problem]:
    """References of a scenario to a file or function that is not there or does not fit, at their places."""
    return reference_problems(plug_in_references(scenario), scenario.folder)


def reference_problems(references: Iterable[PlugInReference], folder: Path | None) -> Iterator[Problem]:
    """References to a file or function that is not there or does not fit, at the place of the reference."""
    for reference in references:
        try:
            check_fits(*place_of(reference.text, folder), reference.kind)
        except PluginError as error:
            told = gettext("{reference} cannot be used: {reason}")
            yield reference.place.problem(told.format(reference=repr(reference.text), reason=error))


def code_files(scenario: Scenario) -> tuple[Path, ...]:
    """The files whose code runs when the scenario is run."""
    return files_of(plug_in_references(scenario), scenario.folder)


def files_of(references: Iterable[PlugInReference], folder: Path | None) -> tuple[Path, ...]:
    """The files that the references name, each once."""
    return tuple(dict.fromkeys(place_of(reference.text, folder)[0] for reference in references))


def _references(node: Node, path: tuple[str, ...]) -> Iterator[PlugInReference]:
    if isinstance(node, MappingNode):
        for key, entry in node.entries.items():
            yield from _references(entry.node, (*path, key))
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _references(item, path)
    elif isinstance(node, ScalarNode) and isinstance(node.value, str) and is_plug_in(node.value):
        kind = _kind(path)
        if kind:
            yield PlugInReference(node.value, node.place, kind)


def _kind(path: tuple[str, ...]) -> str:
    """What a function named at this path has to be; "" where the path names no function."""
    if path[-2:] == ("mediator", "style"):
        return "mediator_style"
    if path[-1] == "strategy" and path[0] in ("parties", "defaults"):
        return "strategy"
    return path[-1] if "rules" in path[:-1] and path[0] in ("parties", "defaults") else ""
