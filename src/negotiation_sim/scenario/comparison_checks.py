"""Checks of `compare:` — every path exists, and every value is tried in its place before anything runs."""

from collections.abc import Iterator, Sequence
from gettext import gettext
from typing import Any

from negotiation_sim.scenario.comparison import AS_WRITTEN, AxisRange
from negotiation_sim.scenario.draft import Draft, FileDraft
from negotiation_sim.scenario.nearest_name import suggestion
from negotiation_sim.scenario.paths import overlap
from negotiation_sim.scenario.problems import Place, Problem
from negotiation_sim.scenario.settings import Setting, arm_settings, path_problems
from negotiation_sim.scenario.trials import Trials, telling
from negotiation_sim.scenario.yaml_nodes import Entry, ListNode, MappingNode, Node, ScalarNode, node_at


def comparison_problems(draft: Draft, known: Sequence[Problem]) -> Iterator[Problem]:
    """What goes wrong in an arm or at a point of the axis, beyond the problems of the scenario as written."""
    root = draft.root.without("compare")
    trials = Trials(draft, known)
    yield from labels_without_arm(draft, "compare")
    axis = list(_axis_points(draft))
    bad_paths = path_problems(root, axis[:1])
    yield from bad_paths
    axis = [] if bad_paths else axis
    for title, settings in _arms(draft):
        bad_paths = path_problems(root, settings)
        yield from bad_paths
        for setting in settings:
            if any(overlap(setting.path, point.path) for point in axis[:1]):
                told = gettext("the axis varies this path already")
                yield setting.entry.key_place.problem(f"{title}{told}")
        if bad_paths:
            continue
        yield from trials.problems(settings, title)
        said_of = None
        for point in telling(axis) if title else axis:
            if point.entry.node.place != said_of:
                problems = list(trials.problems([*settings, point], title or gettext("axis") + ": "))
                said_of = point.entry.node.place if problems else None
                yield from problems


def titled_arms(arms: Node | None) -> Iterator[tuple[str, list[Setting]]]:
    """Each arm that is written under `arms:`, with a title for messages."""
    for name, entry in arms.entries.items() if isinstance(arms, MappingNode) else ():
        if isinstance(entry.node, MappingNode):
            yield gettext("arm {name}").format(name=repr(name)) + ": ", arm_settings(entry.node.entries)


def _arms(draft: Draft) -> Iterator[tuple[str, list[Setting]]]:
    """Each arm with a title for messages; first no arm at all, so that the axis is tried alone."""
    yield "", []
    arms = node_at(draft.root, ("compare", "arms"))
    yield from titled_arms(arms)


def labels_without_arm(draft: FileDraft[Any], *within: str) -> Iterator[Problem]:
    """Labels of arms that there are not; `within`: the path of the section that holds arms and labels."""
    arms = draft.keys(*within, "arms") or (AS_WRITTEN,)
    for path in draft.each(*within, "labels"):
        if path[-1] not in arms:
            all_arms = gettext("arms: {names}").format(names=", ".join(arms))
            told = gettext("there is no arm {name}").format(name=repr(path[-1]))
            yield draft.key_place(*path).problem(f"{told}{suggestion(str(path[-1]), arms) or f' ({all_arms})'}")


def _axis_points(draft: Draft) -> Iterator[Setting]:
    """One setting for each value of the axis, at the place where the value is written or comes from."""
    axis = node_at(draft.root, ("compare", "axis"))
    if not isinstance(axis, MappingNode) or not draft.is_sound("compare", "axis"):
        return
    for path, (key_place, node) in axis.entries.items():
        if isinstance(node, ListNode):
            for item in node.items:
                yield Setting(path, Entry(key_place, item))
        elif isinstance(node, MappingNode):
            values = AxisRange.model_validate(draft.value("compare", "axis", path)).values
            for number, value in enumerate(values):
                end = {0: "from", len(values) - 1: "to"}.get(number, "points")
                place: Place = draft.place("compare", "axis", path, end)
                yield Setting(path, Entry(key_place, ScalarNode(value, place)))
