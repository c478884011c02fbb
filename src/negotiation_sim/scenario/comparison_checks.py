"""Checks of `compare:` — every path exists, and every value is tried in its place before anything runs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from gettext import gettext

from negotiation_sim.scenario.comparison import AS_WRITTEN, AxisRange
from negotiation_sim.scenario.delegation_checks import delegation_problems
from negotiation_sim.scenario.draft import Draft
from negotiation_sim.scenario.invention_checks import invention_problems
from negotiation_sim.scenario.issue_checks import issue_problems
from negotiation_sim.scenario.ladder_checks import ladder_problems
from negotiation_sim.scenario.nearest_name import suggestion
from negotiation_sim.scenario.paths import overlap
from negotiation_sim.scenario.problems import Place, Problem
from negotiation_sim.scenario.settings import Setting, applied, arm_settings, path_problems
from negotiation_sim.scenario.table_checks import table_problems
from negotiation_sim.scenario.term_checks import term_problems
from negotiation_sim.scenario.yaml_nodes import Entry, ListNode, MappingNode, ScalarNode, node_at


def problems_of(root: MappingNode) -> tuple[Draft, list[Problem]]:
    """The draft of a scenario, and everything wrong with it except what its comparison does."""
    draft = Draft(root)
    of_issues = list(issue_problems(draft))
    of_the_table = table_problems(draft, issues_are_sound=not of_issues)
    beyond = (*delegation_problems(draft), *invention_problems(draft), *ladder_problems(draft), *term_problems(draft))
    return draft, [*draft.problems, *of_issues, *of_the_table, *beyond]


def comparison_problems(draft: Draft, known: Sequence[Problem]) -> Iterator[Problem]:
    """What goes wrong in an arm or at a point of the axis, beyond the problems of the scenario as written."""
    root = draft.root.without("compare")
    said = set(known)
    yield from _labels_without_arm(draft)
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
        yield from _new(applied(root, settings), title, said)
        said_of = None
        for point in _telling(axis) if title else axis:
            if point.entry.node.place != said_of:
                problems = list(_new(applied(root, [*settings, point]), title or gettext("axis") + ": ", said))
                said_of = point.entry.node.place if problems else None
                yield from problems


def _arms(draft: Draft) -> Iterator[tuple[str, list[Setting]]]:
    """Each arm with a title for messages; first no arm at all, so that the axis is tried alone."""
    yield "", []
    arms = node_at(draft.root, ("compare", "arms"))
    for name, entry in arms.entries.items() if isinstance(arms, MappingNode) else ():
        if isinstance(entry.node, MappingNode):
            yield gettext("arm {name}").format(name=repr(name)) + ": ", arm_settings(entry.node.entries)


def _labels_without_arm(draft: Draft) -> Iterator[Problem]:
    arms = draft.keys("compare", "arms") or (AS_WRITTEN,)
    for path in draft.each("compare", "labels"):
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


def _telling(axis: list[Setting]) -> list[Setting]:
    """The points of an axis that an arm is tried at: all, or the ends where all are numbers.

    What arms and axis can break together are limits (a mediator who enters after the deadline, say).
    """
    values = [getattr(point.entry.node, "value", None) for point in axis]
    numbers = [value for value in values if isinstance(value, int | float)]
    if not numbers or len(numbers) < len(axis):
        return axis
    return [axis[values.index(min(numbers))], axis[values.index(max(numbers))]]


def _new(root: MappingNode, title: str, said: set[Problem]) -> Iterator[Problem]:
    _, problems = problems_of(root)
    for problem in problems:
        if problem not in said:
            said.add(problem)
            yield replace(problem, message=title + problem.message)
