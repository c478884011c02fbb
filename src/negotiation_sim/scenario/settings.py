"""Settings that replace values of a scenario: {path: value}, or "path=value" as on the command line."""

from collections.abc import Mapping, Sequence
from gettext import gettext
from typing import NamedTuple

from negotiation_sim.scenario.paths import PathError, expanded, generality, overlap
from negotiation_sim.scenario.problems import Place, Problem, ScenarioError
from negotiation_sim.scenario.yaml_nodes import (
    Entry,
    ListNode,
    MappingNode,
    Node,
    node_at,
    node_of,
    replaced,
)
from negotiation_sim.scenario.yaml_reading import read_node, source_of


class Setting(NamedTuple):
    """A path, `*` allowed, with the value it sets; the entry holds the places of both."""

    path: str
    entry: Entry


def read_settings(settings: Mapping[str, object] | Sequence[str]) -> list[Setting]:
    """The settings with places such as `--set deadline=9:1:10`. Raises ScenarioError."""
    texts = [settings] if isinstance(settings, str) else settings
    read: list[Setting] = []
    problems: list[Problem] = []
    pairs = texts.items() if isinstance(texts, Mapping) else [(text, None) for text in texts]
    for key, value in pairs:
        try:
            setting = _from_value(key, value) if isinstance(texts, Mapping) else _from_text(key)
            if any(setting.path == other.path for other in read):
                told = gettext("{path} is set twice").format(path=repr(setting.path))
                problems.append(setting.entry.key_place.problem(told))
            read.append(setting)
        except ScenarioError as error:
            problems.extend(error.problems)
    if problems:
        raise ScenarioError(problems)
    return read


def arm_settings(entries: Mapping[str, Entry]) -> list[Setting]:
    """The settings written under an arm."""
    return [Setting(path, entry) for path, entry in entries.items()]


def path_problems(root: MappingNode, settings: Sequence[Setting]) -> list[Problem]:
    """Settings whose paths name nothing in this scenario."""
    problems = []
    for setting in settings:
        try:
            expanded(root, setting.path)
        except PathError as error:
            problems.append(setting.entry.key_place.problem(str(error)))
    return problems


def applied(root: MappingNode, settings: Sequence[Setting]) -> MappingNode:
    """The scenario with the settings made; all paths must exist. Special ones win over general ones."""
    for setting in sorted(settings, key=lambda setting: generality(setting.path)):
        for path in expanded(root, setting.path):
            root = replaced(root, path, setting.entry)
    return root


def with_axis_shrunk(root: MappingNode, settings: Sequence[Setting]) -> tuple[MappingNode, list[Problem]]:
    """The scenario whose axis is one point where a setting has its path; problems where they only overlap."""
    axis = node_at(root, ("compare", "axis"))
    problems = []
    for path in axis.entries if isinstance(axis, MappingNode) else ():
        for setting in settings:
            key_place = setting.entry.key_place
            if _same_targets(root, setting.path, path):
                point = Entry(key_place, ListNode((setting.entry.node,), setting.entry.node.place))
                root = replaced(root, ("compare", "axis"), Entry(key_place, MappingNode({path: point}, key_place)))
            elif overlap(setting.path, path):
                told = gettext("the axis {axis} varies this path").format(axis=repr(path))
                problems.append(key_place.problem(told))
    return root, problems


def arm_conflicts(root: MappingNode, settings: Sequence[Setting]) -> list[Problem]:
    """Settings on paths that an arm sets: the arm would silently win."""
    arms = node_at(root, ("compare", "arms"))
    problems = []
    for arm, entry in arms.entries.items() if isinstance(arms, MappingNode) else ():
        for path in entry.node.entries if isinstance(entry.node, MappingNode) else ():
            for setting in settings:
                if overlap(setting.path, path):
                    told = gettext("the arm {arm} sets this path ({path})")
                    place = setting.entry.key_place
                    problems.append(place.problem(told.format(arm=repr(arm), path=repr(path))))
    return problems


def _same_targets(root: MappingNode, one: str, other: str) -> bool:
    try:
        return sorted(expanded(root, one)) == sorted(expanded(root, other))
    except PathError:
        return False


def _from_text(text: str) -> Setting:
    path, equals, value = text.partition("=")
    source = source_of(f"--set {text}", text)
    if not equals or not path.strip():
        told = gettext("write path=value, such as communication.quality=0.8")
        raise ScenarioError([Place(source, 1, 1).problem(told)])
    # Spaces in place of the path keep the columns right.
    node, problems = read_node(source, " " * (len(path) + 1) + value)
    if problems:
        raise ScenarioError(problems)
    return Setting(path.strip(), Entry(Place(source, 1, 1), node))


def _from_value(path: str, value: object) -> Setting:
    text = f"{path}={value}"
    source = source_of(f"--set {text}", text)
    node: Node = node_of(value, Place(source, 1, len(path) + 2))
    return Setting(path, Entry(Place(source, 1, 1), node))
